import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { MessageChannel } from 'node:worker_threads';
import * as v from 'valibot';

import { Channel, ChannelClosedError, type Handlers, RemoteError } from '../src/protocol/channel.js';
import { threadPort } from '../src/node/thread-port.js';
import { bytes } from '../src/protocol/values.js';

const contract = {
  double: { params: v.object({ value: v.number() }), result: v.number() },
  count: { params: v.object({ to: v.number() }), result: v.literal('done'), notice: v.number() },
  wait: { params: v.object({}), result: v.null() },
  give: { params: v.object({ size: v.number() }), result: bytes },
};

const handlers: Handlers<typeof contract> = {
  double: ({ value }) => {
    if (value === 13) throw new RangeError('13 is bad luck');
    return 2 * value;
  },
  count: ({ to }, { notify }) => {
    for (let i = 1; i <= to; i++) notify(i);
    return 'done';
  },
  wait: (_, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('told to stop')));
    }),
  give: ({ size }, { transfer }) => {
    const made = new Uint8Array(size).fill(7);
    transfer(made.buffer);
    return made;
  },
};

function pair(served: Partial<Handlers<typeof contract>> = {}) {
  const { port1, port2 } = new MessageChannel();
  const bad = jest.fn();
  const server = new Channel({
    port: threadPort(port1),
    calls: {},
    serves: contract,
    handlers: { ...handlers, ...served },
    onBadMessage: bad,
  });
  const client = new Channel({ port: threadPort(port2), calls: contract, serves: {}, handlers: {} });
  const end = (): void => {
    client.close();
    server.close();
    port1.close();
  };
  return { client, server, remote: client.remote, raw: port2, bad, end };
}

describe('a channel', () => {
  test('answers calls, side by side', async () => {
    const { remote, end } = pair();
    const answers = await Promise.all([1, 2, 3].map((value) => remote.double({ value })));
    expect(answers).toEqual([2, 4, 6]);
    end();
  });

  test('sends notices while it works, in order, before the answer', async () => {
    const { remote, end } = pair();
    const received: number[] = [];
    await remote.count({ to: 4 }, { onNotice: (n) => received.push(n) });
    expect(received).toEqual([1, 2, 3, 4]);
    end();
  });

  test('brings errors over with their names', async () => {
    const { remote, end } = pair();
    const error = await remote.double({ value: 13 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ name: 'RangeError', message: '13 is bad luck' });
    end();
  });

  test('cancels on both sides', async () => {
    const stopped = jest.fn();
    const { remote, end } = pair({
      wait: (_, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', stopped);
        }),
    });
    const controller = new AbortController();
    const waiting = remote.wait({}, { signal: controller.signal });
    await remote.double({ value: 1 });
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await remote.double({ value: 1 });
    expect(stopped).toHaveBeenCalledTimes(1);
    end();
  });

  test('hands buffers over', async () => {
    const { remote, end } = pair();
    expect([...(await remote.give({ size: 3 }))]).toEqual([7, 7, 7]);
    end();
  });

  test('fails all calls when it closes', async () => {
    const { client, remote, end } = pair();
    const waiting = remote.wait({});
    client.close();
    await expect(waiting).rejects.toBeInstanceOf(ChannelClosedError);
    await expect(remote.double({ value: 1 })).rejects.toBeInstanceOf(ChannelClosedError);
    end();
  });

  test('refuses parameters of another form before the handler sees them', async () => {
    const seen = jest.fn(() => 0);
    const { remote, end } = pair({ double: seen });
    await expect(remote.double({ value: 'two' as unknown as number })).rejects.toThrow(/Expected number/);
    expect(seen).not.toHaveBeenCalled();
    end();
  });

  test('refuses answers of another form', async () => {
    const { remote, end } = pair({ double: () => 'four' as unknown as number });
    await expect(remote.double({ value: 2 })).rejects.toThrow('An answer of another form');
    end();
  });

  test('drops whatever is no message, and goes on', async () => {
    const { remote, raw, bad, end } = pair();
    for (const hostile of [null, 7, 'x', {}, { kind: 'call' }, { kind: 'eval', id: 1 }])
      raw.postMessage(hostile);
    raw.postMessage({ kind: 'call', id: 99, method: '__proto__', params: {} });
    raw.postMessage({ kind: 'call', id: 98, method: 'constructor', params: {} });
    expect(await remote.double({ value: 21 })).toBe(42);
    expect(bad).toHaveBeenCalledTimes(8);
    end();
  });

  test('survives any value that can be cloned', async () => {
    const { remote, raw, end } = pair();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        raw.postMessage(value);
        expect(await remote.double({ value: 1 })).toBe(2);
      }),
      { numRuns: 50 },
    );
    end();
  });
});

import { describe, expect, test } from '@jest/globals';

import { WorkMeter } from '../src/index.js';

describe('WorkMeter', () => {
  test('waits for the event loop after a turn’s worth of work and not before', async () => {
    const meter = new WorkMeter(10);
    let turned = false;
    setImmediate(() => (turned = true));
    await meter.spend(4);
    await meter.spend(5);
    expect(turned).toBe(false);
    await meter.spend(1);
    expect(turned).toBe(true);
  });

  test('rejects with the signal’s reason when it rests, also when aborted meanwhile', async () => {
    const meter = new WorkMeter(10);
    const reason = new Error('enough');
    await expect(meter.spend(10, AbortSignal.abort(reason))).rejects.toBe(reason);
    const abort = new AbortController();
    setImmediate(() => abort.abort(reason));
    await expect(meter.spend(10, abort.signal)).rejects.toBe(reason);
    await expect(meter.spend(1, abort.signal)).resolves.toBeUndefined();
  });
});

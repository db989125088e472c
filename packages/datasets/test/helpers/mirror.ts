import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach } from '@jest/globals';

import { original } from './files.js';

/** How a mirror answers one request: `bytes` is the file asked for. */
export type Answer = (response: ServerResponse, bytes: Buffer, request: IncomingMessage) => void;

/** A request that a mirror saw. */
export interface Seen {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/**
 * A real server on this machine. The first request is answered by the first answer, the second by the second, and so
 * on; the last one answers all that follow.
 */
export async function mirror(...answers: Answer[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { range, 'if-range': ifRange } = request.headers;
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    const path = request.url ?? '';
    seen.push({ path, range, ifRange: typeof ifRange === 'string' ? ifRange : undefined });
    void original(path.slice(path.lastIndexOf('/') + 1).replace(/\.gz$/, '')).then(
      (bytes) => answer(response, bytes, request),
      () => response.writeHead(404).end(),
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist/`, seen };
}

/** Sends the whole file. */
export const whole: Answer = (response, bytes) => {
  response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
};

/** Sends what is asked for by Range, with an ETag. */
export const ranged: Answer = (response, bytes, { headers }) => {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? NaN);
  if (Number.isNaN(from)) {
    response.writeHead(200, { 'content-length': bytes.length, etag: '"v1"' }).end(bytes);
  } else if (from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  } else {
    const rest = bytes.subarray(from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response
      .writeHead(206, { 'content-length': rest.length, 'content-range': range, etag: '"v1"' })
      .end(rest);
  }
};

/** Promises the whole file, sends a part of what was asked for and breaks the connection. */
export const breaksAfter =
  (count: number): Answer =>
  (response, bytes, request) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const head = { 'content-length': bytes.length - from, etag: '"v1"' };
    const range = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(from > 0 ? 206 : 200, from > 0 ? { ...head, ...range } : head);
    // Ended and not destroyed: a reset would take bytes along that are still on their way.
    response.write(bytes.subarray(from, from + count), () => response.socket?.end());
  };

/** Sends a part of the file and then nothing, for ever. */
export const stallsAfter =
  (count: number): Answer =>
  (response, bytes) => {
    response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, count));
  };

/** Answers with a status and nothing else. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end('no');
  };

/** Sends other bytes than the file's. */
export const sends =
  (bytes: Uint8Array, headers: Record<string, string | number> = {}): Answer =>
  (response) => {
    response.writeHead(200, headers).end(bytes);
  };

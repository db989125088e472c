import { Failure } from './failure.js';
import type { ServerResponse } from './proxied-fetch.js';

/** A server's answer with bytes in it. */
export interface Answer {
  readonly body: ReadableStream<Uint8Array>;
  /** Where in the file it begins. */
  readonly start: number;
  /** Bytes of the whole file, when the server says so. */
  readonly total: number | undefined;
  /** Names this version of the file, when the server gives a strong name. */
  readonly etag: string | undefined;
  /** Whether a place in these bytes is a place in the server's file. */
  readonly resumable: boolean;
}

/** Statuses of the 4xx kind that may pass. */
const TRANSIENT_STATUSES = [408, 416, 425, 429];

/**
 * Takes an answer when it is one to a request for the file from byte `wanted` on. A server without Range sends all.
 *
 * @throws Failure for any other
 */
export async function acceptAnswer(response: ServerResponse, wanted: number): Promise<Answer> {
  const { status, headers, body } = response;
  const start = status === 206 ? rangeStart(headers) : 0;
  const usable = (status === 200 || (status === 206 && start === wanted)) && body !== null;
  if (!usable) {
    await body?.cancel().catch(() => undefined);
    const isPermanent = status >= 400 && status < 500 && !TRANSIENT_STATUSES.includes(status);
    throw new Failure(
      status === 206 ? 'it sent another range than was asked for' : `HTTP ${status}`,
      isPermanent,
    );
  }
  const resumable = ['', 'identity'].includes(headers.get('content-encoding') ?? '');
  const length = headers.get('content-length');
  const total = resumable && length !== null && length !== '' ? start + Number(length) : undefined;
  return { body, start, total, etag: strongTag(headers.get('etag')), resumable };
}

function rangeStart(headers: Headers): number {
  const match = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '');
  return match ? Number(match[1]) : NaN;
}

function strongTag(etag: string | null): string | undefined {
  return etag?.startsWith('"') ? etag : undefined;
}

import { type FileHandle, open, rm, stat } from 'node:fs/promises';

import { writeAll } from '@tenfold/files';

import { type Answer, acceptAnswer } from './answer.js';
import { Failure } from './failure.js';
import { proxiedFetch } from './proxied-fetch.js';
import { Watch } from './watch.js';

/** Room for what gzip adds to bytes that it cannot shrink. */
const EXTRA_BYTES = 1 << 16;

/** How bytes are received. */
export interface ReceiveOptions {
  /** Stops it. */
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which an attempt has failed. */
  readonly stallTimeout: number;
  /** Told after each piece. */
  readonly onBytes: (received: number, total: number | undefined) => void;
}

/** Where the bytes on disk come from. */
interface Origin {
  readonly url: string;
  readonly etag: string | undefined;
}

/**
 * A file that is being downloaded, under its temporary name, over several attempts and, when a process died, over
 * several processes. Where an attempt broke off, the next one at the same address goes on.
 */
export class PartialDownload {
  /** Bytes on disk. */
  received = 0;
  /** Whether what is on disk was put together from more than one answer. */
  pieced = false;
  private started = false;
  private resumable = true;
  private origin: Origin | undefined;

  /**
   * @param path the temporary name
   * @param size the file's bytes when unpacked; much more is not taken
   */
  constructor(
    readonly path: string,
    private readonly size: number,
  ) {}

  /** Throws away what has come, so that the next attempt begins anew. */
  async forget(): Promise<void> {
    await rm(this.path, { force: true });
    this.received = 0;
    this.pieced = false;
    this.resumable = true;
    this.origin = undefined;
  }

  /**
   * Receives the file, or what is missing of it.
   *
   * @throws Failure when the server or the network failed; a system error when the disk did
   */
  async receive(url: string, options: ReceiveOptions): Promise<void> {
    if (!this.started) await this.findRest();
    const watch = new Watch(options.signal, options.stallTimeout);
    try {
      const answer = await this.ask(url, watch);
      if (answer.start === 0) await this.forget();
      else this.pieced = true;
      this.origin = { url, etag: answer.etag };
      this.resumable = answer.resumable;
      await this.take(answer, watch, options);
    } finally {
      watch.close();
    }
  }

  /** Takes over what a process that died has left; whether it fits is seen when the file is checked. */
  private async findRest(): Promise<void> {
    this.started = true;
    const size = await stat(this.path).then(
      (found) => found.size,
      () => 0,
    );
    if (size > this.size + EXTRA_BYTES) await this.forget();
    else this.received = size;
  }

  private async ask(url: string, watch: Watch): Promise<Answer> {
    const from = this.continues(url) ? this.received : 0;
    // Without this a server may pack what is packed already, and a place in it would mean nothing.
    const headers: Record<string, string> = { 'accept-encoding': 'identity' };
    if (from > 0) {
      headers.range = `bytes=${from}-`;
      if (this.origin?.etag !== undefined) headers['if-range'] = this.origin.etag;
    }
    const response = await watch.over(() => proxiedFetch(url, { headers, signal: watch.signal }));
    // There is nothing behind what we have, so what we have is not the beginning of that file.
    if (response.status === 416) await this.forget();
    return acceptAnswer(response, from);
  }

  /** Another mirror may have packed the same file in another way, so only the same address can go on. */
  private continues(url: string): boolean {
    return this.received > 0 && this.resumable && (this.origin === undefined || this.origin.url === url);
  }

  private async take({ body, total }: Answer, watch: Watch, options: ReceiveOptions): Promise<void> {
    const file = await open(this.path, this.received === 0 ? 'w' : 'r+');
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await watch.over(() => reader.read());
        if (done) break;
        await this.write(file, value);
        options.onBytes(this.received, total);
      }
      await file.sync();
    } finally {
      reader.cancel().catch(() => undefined);
      await file.close();
    }
    if (total !== undefined && this.received !== total) {
      throw new Failure(`it sent ${this.received} of ${total} bytes`, false);
    }
  }

  private async write(file: FileHandle, bytes: Uint8Array): Promise<void> {
    if (this.received + bytes.length > this.size + EXTRA_BYTES) {
      await this.forget();
      throw new Failure('it sent more than the file has', true);
    }
    await writeAll(file, bytes, this.received);
    this.received += bytes.length;
  }
}

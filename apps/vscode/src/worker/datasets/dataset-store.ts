import { loadDigits, mnistFromFiles } from '@tenfold/datasets';
import { type RunDataset, toRunDataset } from '@tenfold/runs';

import { orAborted } from '../../protocol/or-aborted.js';
import type { DatasetRef } from '../../protocol/values.js';
import type { Host, WorkerPlatform } from '../worker-platform.js';
import { readImageFiles } from './image-files.js';
import { describeDataset, type LoadedDataset } from './loaded-dataset.js';
import { readTableFile } from './table-file.js';

interface Kept {
  /** What the files were when it was read. */
  readonly stamp: string;
  readonly loaded: Promise<LoadedDataset>;
}

/** How many data sets are kept in memory. */
const KEPT = 4;

/** The data sets in memory: each is read once, and again when its file has changed. */
export class DatasetStore {
  readonly #host: Host;
  readonly #platform: WorkerPlatform;
  readonly #kept = new Map<string, Kept>();

  constructor(host: Host, platform: WorkerPlatform) {
    this.#host = host;
    this.#platform = platform;
  }

  /**
   * A data set. A load that has begun goes on when the one who asked first no longer waits: others may.
   *
   * @throws when it cannot be read, or with the signal's reason
   */
  async load(ref: DatasetRef, signal?: AbortSignal): Promise<LoadedDataset> {
    const key = JSON.stringify(ref);
    const stamp = await this.#stamp(ref);
    signal?.throwIfAborted();
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const kept = known?.stamp === stamp ? known : { stamp, loaded: this.#read(ref) };
    this.#kept.set(key, kept);
    kept.loaded.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return orAborted(kept.loaded, signal);
  }

  async #stamp(ref: DatasetRef): Promise<string> {
    const stamps = await Promise.all(filesOf(ref).map((uri) => this.#host.fileStamp({ uri })));
    return stamps.join(' ');
  }

  async #read(ref: DatasetRef): Promise<LoadedDataset> {
    return describeDataset(await this.#readRows(ref));
  }

  async #readRows(ref: DatasetRef): Promise<RunDataset> {
    if (ref.kind === 'digits') return toRunDataset(loadDigits());
    if (ref.kind === 'mnist')
      return toRunDataset(
        await mnistFromFiles(await this.#platform.mnistFiles(this.#host), { order: ref.order }),
      );
    const read = (uri: string): Promise<Uint8Array> => this.#host.readFile({ uri });
    return ref.kind === 'table' ? readTableFile(ref, read) : readImageFiles(ref, read);
  }
}

function filesOf(ref: DatasetRef): readonly string[] {
  if (ref.kind === 'table' || ref.kind === 'archive') return [ref.file];
  return ref.kind === 'images' ? [ref.file, ref.labels] : [];
}

import { loadDigits, mnistFromFiles } from '@tenfold/datasets';
import { type Reading, type RunDataset, toRunDataset } from '@tenfold/runs';

import type { DatasetRef } from '../../protocol/values.js';
import { putLast } from '../put-last.js';
import type { Host, WorkerPlatform } from '../worker-platform.js';
import { readArrayFiles } from './array-files.js';
import { describeDataset, type LoadedDataset } from './loaded-dataset.js';
import { SharedLoad } from './shared-load.js';
import { readTableFile } from './table-file.js';

interface CachedLoad {
  /** What the files were when it was read. */
  readonly stamp: string;
  readonly load: SharedLoad<LoadedDataset>;
}

/** How many data sets are cached in memory. */
const MOST_DATASETS = 4;

/** The data sets in memory: each is read once, and again when its file has changed. */
export class DatasetStore {
  readonly #host: Host;
  readonly #platform: WorkerPlatform;
  readonly #cache = new Map<string, CachedLoad>();

  constructor(host: Host, platform: WorkerPlatform) {
    this.#host = host;
    this.#platform = platform;
  }

  /**
   * A data set. A load goes on while at least one caller waits for it, and is stopped when the last one's signal is aborted.
   *
   * @param ref which one
   * @param signal ends the waiting
   * @param reading of a table, the columns and the kind of labels that are wanted. Default: all, as they are written
   * @throws when it cannot be read, or with the signal's reason
   */
  async load(ref: DatasetRef, signal?: AbortSignal, reading: Reading = {}): Promise<LoadedDataset> {
    const stamp = await this.#stamp(ref);
    signal?.throwIfAborted();
    const plain = JSON.stringify([ref, {}]);
    const { columns, labelType } = reading;
    const isPlain = ref.kind !== 'table' || (await this.#isReadSo(plain, stamp, reading, signal));
    const key = isPlain ? plain : JSON.stringify([ref, { columns, labelType }]);
    const known = this.#cache.get(key);
    const cached = known?.stamp === stamp ? known : { stamp, load: this.#begin(key, ref, reading) };
    putLast(this.#cache, key, cached, MOST_DATASETS);
    return cached.load.wait(signal);
  }

  /** Whether a data set in memory, read as it is written, is what a reading would give. */
  async #isReadSo(
    key: string,
    stamp: string,
    { columns, labelType }: Reading,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    if (columns === undefined && labelType === undefined) return true;
    const cached = this.#cache.get(key);
    if (cached?.stamp !== stamp) return false;
    try {
      const { dataset } = await cached.load.wait(signal);
      const { featureNames, target } = dataset;
      const isKind = labelType === undefined || typeof target[0] === KINDS[labelType];
      return isKind && (columns === undefined || areSame(columns, featureNames ?? []));
    } catch {
      // Read in another way it may be right.
      signal?.throwIfAborted();
      return false;
    }
  }

  /** Begins to read a data set, which is forgotten when that fails or is stopped. */
  #begin(key: string, ref: DatasetRef, reading: Reading): SharedLoad<LoadedDataset> {
    const load = new SharedLoad(
      async (signal) => describeDataset(await this.#read(ref, reading, signal)),
      () => {
        if (this.#cache.get(key)?.load === load) this.#cache.delete(key);
      },
    );
    return load;
  }

  async #stamp(ref: DatasetRef): Promise<string> {
    const stamps = await Promise.all(filesOf(ref).map((uri) => this.#host.fileStamp({ uri })));
    return stamps.join(' ');
  }

  async #read(ref: DatasetRef, reading: Reading, signal: AbortSignal): Promise<RunDataset> {
    const dataset = await this.#readRows(ref, reading, signal);
    const { name, warnings = [] } = dataset;
    if (warnings.length > 0) await this.#host.warn({ dataset: name, warnings: [...warnings] });
    return dataset;
  }

  async #readRows(ref: DatasetRef, reading: Reading, signal: AbortSignal): Promise<RunDataset> {
    if (ref.kind === 'digits') return toRunDataset(loadDigits());
    if (ref.kind === 'mnist')
      return toRunDataset(
        await mnistFromFiles(await this.#platform.mnistFiles(this.#host), { order: ref.order }),
      );
    const read = (uri: string): Promise<Uint8Array> => this.#host.readFile({ uri }, { signal });
    return ref.kind === 'table'
      ? readTableFile(ref, read, reading, signal)
      : readArrayFiles(ref, read, signal);
  }
}

/** What labels of each kind are in JavaScript; of "auto" any. */
const KINDS = { number: 'number', text: 'string', boolean: 'boolean' } as const;

function areSame(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((name, i) => name === second[i]);
}

function filesOf(ref: DatasetRef): readonly string[] {
  if (ref.kind === 'table' || ref.kind === 'archive') return [ref.file];
  return ref.kind === 'images' ? [ref.file, ref.labels] : [];
}

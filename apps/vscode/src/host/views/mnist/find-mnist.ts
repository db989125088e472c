import { MNIST_FILES, MNIST_SUBFOLDERS, mnistFileNames } from '@tenfold/datasets';

import type { MnistState } from './mnist-files.js';

/** What MNIST is looked for with. `U` is how a file system calls files. */
export interface FindMnistPlaces<U> {
  /** The folders that the user, or a download, keeps data in. */
  readonly dataHomes: readonly U[];
  /** The folder of the extension that the files come with. */
  readonly extension: U;
  join(folder: U, ...names: string[]): U;
  exists(file: U): PromiseLike<boolean>;
}

/** Finds out where MNIST would be read from. */
export async function findMnist<U>(places: FindMnistPlaces<U>): Promise<MnistState> {
  for (const home of places.dataHomes) {
    for (const segments of MNIST_SUBFOLDERS) {
      if (await hasAll(places.join(home, ...segments), places)) return 'dataHome';
    }
  }
  return (await hasAll(places.extension, places)) ? 'extension' : 'missing';
}

async function hasAll<U>(folder: U, places: FindMnistPlaces<U>): Promise<boolean> {
  for (const file of MNIST_FILES) {
    const there = await Promise.all(
      mnistFileNames(file).map((name) => places.exists(places.join(folder, name))),
    );
    if (!there.includes(true)) return false;
  }
  return true;
}

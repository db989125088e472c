import { OutsideError } from '@tenfold/core';

/** The files of a data set are not there. The message says which, where to get them, and where to put them. */
export class MissingDatasetError extends OutsideError {
  /**
   * @param dataset the data set's name
   * @param missing the names of the files that are not there
   * @param folder where to put them
   * @param url where they are published
   */
  constructor(
    readonly dataset: string,
    readonly missing: readonly string[],
    readonly folder: string,
    readonly url: string,
  ) {
    super(
      `the files of ${dataset} are not there: download ${missing.map((name) => `${name}.gz`).join(', ')} ` +
        `from ${url} and put them, packed or unpacked, into ${folder}`,
    );
  }
}

import { bytesSource, datasetFromArrays, type NamedSource } from '@tenfold/datasets';
import { isByteMatrix } from '@tenfold/linalg';
import { type RunDataset, toRunDataset, UnlabelledError } from '@tenfold/runs';

import type { DatasetRef } from '../../protocol/values.js';
import { fileName } from './file-name.js';

/**
 * Reads images from one array and their labels from another: of two files, or of one archive.
 *
 * @param ref where they are
 * @param read gives the bytes of a file
 * @param signal stops the reading
 * @throws ArrayFileError, ArrayDataError when they are no images, no labels, or not as many of one as of the other
 */
export async function readArrayFiles(
  ref: Extract<DatasetRef, { kind: 'images' | 'archive' }>,
  read: (uri: string) => Promise<Uint8Array>,
  signal: AbortSignal,
): Promise<RunDataset> {
  const source = async (uri: string): Promise<NamedSource> => ({
    name: fileName(uri),
    source: bytesSource(await read(uri)),
  });
  const data = await source(ref.file);
  const { target, ...dataset } =
    ref.kind === 'archive'
      ? await datasetFromArrays({ data }, { x: ref.images, y: ref.labels, signal })
      : await datasetFromArrays({ data, labels: await source(ref.labels) }, { signal });
  if (target === undefined) throw new UnlabelledError(dataset.name);
  return { ...(await toRunDataset({ ...dataset, target }, { signal })), maximum: white(dataset.data) };
}

/** What white is: a byte's range where values go beyond the digits' 16, else the largest value. */
function white(data: RunDataset['data']): number {
  const max = data.max();
  if (!(max > 0)) return 1;
  return isByteMatrix(data) && max > 16 ? 255 : max;
}

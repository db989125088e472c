import { InputError } from '@tenfold/core';
import * as v from 'valibot';

import { type DatasetRef, datasetRef, uri } from '../../protocol/values.js';

/** What is to be predicted: a data set, or a file of rows without labels. */
export type PredictData =
  | { readonly kind: 'dataset'; readonly dataset: DatasetRef }
  | { readonly kind: 'file'; readonly file: string };

const data = v.union([
  v.pipe(
    datasetRef,
    v.transform((dataset): PredictData => ({ kind: 'dataset', dataset })),
  ),
  v.pipe(
    v.picklist(['digits', 'mnist']),
    v.transform((kind): PredictData => ({
      kind: 'dataset',
      dataset: kind === 'digits' ? { kind } : { kind, order: 'original' },
    })),
  ),
  v.pipe(
    uri,
    v.transform((file): PredictData => ({ kind: 'file', file })),
  ),
]);

/**
 * The data that a command's argument names: `{ data }` with a data set, with "digits" or "mnist", or with the text of a
 * file's URI; undefined when it names none.
 *
 * @throws InputError when it names something else
 */
export function predictData(argument: unknown): PredictData | undefined {
  const named = v.safeParse(v.object({ data: v.nonOptional(v.unknown()) }), argument);
  if (!named.success || named.output.data === undefined) return undefined;
  const parsed = v.safeParse(data, named.output.data);
  if (!parsed.success)
    throw new InputError('data must be a data set, "digits", "mnist", or the text of a file’s URI');
  return parsed.output;
}

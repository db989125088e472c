import type { AnyClassifier, AnyTransformer } from '@tenfold/base';
import { stagesOf } from '@tenfold/pipeline';
import type { DatasetPart } from '@tenfold/runs';

type Rows = DatasetPart['data'];

/** A row as the last step of a pipeline is given it; of another model the row itself. */
export function transformedRow(model: AnyClassifier, row: Rows): Float64Array {
  return Float64Array.from(throughAll(stagesOf(model).transformers, row).getRow(0));
}

/** Rows as the last of some transformers gives them. */
export function throughAll(transformers: readonly AnyTransformer[], rows: Rows): Rows {
  return transformers.reduce<Rows>((matrix, transformer) => transformer.transform(matrix), rows);
}

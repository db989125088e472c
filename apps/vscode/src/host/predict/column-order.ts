import type { ArrayFile } from '@tenfold/arrays';
import { FeatureNamesError } from '@tenfold/base';

/** The most names that are read. */
const MOST_NAMES = 2 ** 20;

/** The names of columns that an archive has. */
interface ColumnNames {
  /** Undefined when there are none that can be used. */
  readonly names: readonly string[] | undefined;
  readonly warnings: readonly string[];
}

/**
 * The names that an archive gives to the columns of its rows, in `feature_names`.
 *
 * @param file the archive
 * @param columns how many there are; undefined when that is not known
 * @param signal stops the reading
 */
export async function namesOfColumns(
  file: ArrayFile,
  columns: number | undefined,
  signal: AbortSignal,
): Promise<ColumnNames> {
  const list = file.texts.find(
    ({ name, shape }) => name.toLowerCase() === 'feature_names' && shape.length === 1,
  );
  if (list === undefined || list.rows > MOST_NAMES) return { names: undefined, warnings: [] };
  const names = await list.readText(0, list.rows, signal);
  const reason =
    columns !== undefined && names.length !== columns
      ? `has ${names.length} names for ${columns} columns`
      : new Set(names).size < names.length
        ? 'names two columns alike'
        : undefined;
  if (reason === undefined) return { names, warnings: [] };
  return { names: undefined, warnings: [`feature_names ${reason}: columns are taken by their position`] };
}

/**
 * Where each feature of a model stands among named columns; undefined when they stand in the model's order, or when
 * either has no names.
 *
 * @throws FeatureNamesError when the columns are others
 */
export function columnOrder(
  names: readonly string[] | undefined,
  expected: readonly string[] | undefined,
): number[] | undefined {
  if (names === undefined || expected === undefined) return undefined;
  const places = new Map(names.map((name, place) => [name, place]));
  const missing = expected.filter((name) => !places.has(name));
  if (missing.length > 0 || names.length > expected.length) {
    const known = new Set(expected);
    const unexpected = names.filter((name) => !known.has(name));
    throw new FeatureNamesError('predict', missing, unexpected, expected);
  }
  const order = expected.map((name) => places.get(name) ?? -1);
  return order.every((place, at) => place === at) ? undefined : order;
}

import type { ArrayFile } from '@tenfold/arrays';
import { compareLabels, type Label, type Labels } from '@tenfold/linalg';

/** The most names that are read. */
const MAX_NAMES = 1 << 20;

/**
 * The columns' names that an archive holds in `feature_names`.
 *
 * @returns no names when there are none, or not one for each column
 */
export async function readFeatureNames(
  file: ArrayFile,
  columns: number,
  signal: AbortSignal | undefined,
): Promise<{ names: readonly string[] | undefined; warnings: readonly string[] }> {
  const names = await readList(file, 'feature_names', signal);
  if (names === undefined) return { names, warnings: [] };
  const reason =
    names.length !== columns
      ? `has ${names.length} names for ${columns} columns`
      : new Set(names).size !== columns
        ? 'names two columns alike'
        : undefined;
  if (reason === undefined) return { names, warnings: [] };
  return { names: undefined, warnings: [`feature_names of ${file.name} ${reason}: it was left out`] };
}

/**
 * The classes' names, in the order of the sorted labels: those that an archive holds in `target_names`, where a label
 * is a position in that list or the list is as long as there are classes; else the labels themselves.
 */
export async function readTargetNames(
  file: ArrayFile,
  target: Labels | undefined,
  signal: AbortSignal | undefined,
): Promise<{ names: readonly string[]; warnings: readonly string[] }> {
  if (target === undefined) return { names: [], warnings: [] };
  const classes = sortedClasses(target);
  const own = classes.map(String);
  const names = await readList(file, 'target_names', signal);
  if (names === undefined) return { names: own, warnings: [] };
  if (classes.every((label) => typeof label === 'number' && label >= 0 && label < names.length)) {
    return { names: classes.map((label) => names[label as number]), warnings: [] };
  }
  if (names.length === classes.length) return { names, warnings: [] };
  const reason = `has ${names.length} names for ${classes.length} classes`;
  return { names: own, warnings: [`target_names of ${file.name} ${reason}: it was left out`] };
}

function sortedClasses(target: Labels): Label[] {
  return [...new Set<Label>(target as readonly Label[])].sort(compareLabels);
}

async function readList(
  file: ArrayFile,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  const list = file.texts.find((array) => array.name.toLowerCase() === name && array.shape.length === 1);
  return list === undefined || list.rows > MAX_NAMES ? undefined : list.readText(0, list.rows, signal);
}

import type { ArrayFile } from '@tenfold/arrays';

import { ArrayDataError } from './array-data-error.js';
import { arrayNamed, arraysOf, type ChosenArray, listArrays, onlyArray } from './opened-file.js';
import { labelCount } from './label-shape.js';

/** What was chosen, and what else there is. */
export interface Choice {
  readonly x: ChosenArray;
  readonly y: ChosenArray | undefined;
  readonly warnings: readonly string[];
}

type Pair = readonly [x: string, y: string];

/** How pairs of arrays are usually called; of a training part beside others the training part is meant. */
const TRAINING: readonly Pair[] = [
  ['x_train', 'y_train'],
  ['train_images', 'train_labels'],
  ['train_data', 'train_labels'],
];
const WHOLE: readonly Pair[] = [
  ['x', 'y'],
  ['data', 'target'],
  ['data', 'labels'],
  ['images', 'labels'],
  ['features', 'labels'],
];
/** Of scikit-learn's digits, `data` holds the same values. */
const IMAGES_OF_TARGET: readonly Pair[] = [['images', 'target']];
const OTHER_PARTS: readonly Pair[] = [
  ['x_test', 'y_test'],
  ['test_images', 'test_labels'],
  ['test_data', 'test_labels'],
  ['x_val', 'y_val'],
  ['val_images', 'val_labels'],
];
/** In the order of preference. */
const GROUPS = [TRAINING, WHOLE, IMAGES_OF_TARGET, OTHER_PARTS];

/**
 * Chooses the arrays of images and labels: those that were named, or those with the usual names, or the only ones that
 * can be meant.
 *
 * @throws ArrayDataError when none, or more than one, can be meant; ArrayFileError when the one meant cannot be read
 */
export function chooseArrays(
  data: ArrayFile,
  labels: ArrayFile | undefined,
  { x, y }: { readonly x?: string | undefined; readonly y?: string | undefined },
): Choice {
  const apart = labels !== undefined;
  const pair =
    data.format === 'npz' && x === undefined && !(y !== undefined && !apart)
      ? usualPair(data, apart)
      : undefined;
  const chosenX = chooseX(data, x ?? pair?.[0], apart);
  const chosenY = apart ? chooseY(labels, y) : labelsBeside(data, chosenX, y ?? pair?.[1]);
  const warnings = pair === undefined ? [] : othersBeside(data, pair, chosenX.source);
  return { x: chosenX, y: chosenY, warnings };
}

/** The pair with the usual names, as they are written in the archive. */
function usualPair(file: ArrayFile, apart: boolean): Pair | undefined {
  for (const group of GROUPS) {
    const complete = group.flatMap(([x, y]): Pair[] => {
      const [nameX, nameY] = [spelling(file, x), spelling(file, y)];
      return nameX !== undefined && (nameY !== undefined || apart) ? [[nameX, nameY ?? y]] : [];
    });
    const xs = new Set(complete.map(([x]) => x));
    const ys = new Set(complete.map(([, y]) => y));
    if (xs.size > 1 || (!apart && ys.size > 1)) throw ambiguous(file);
    if (complete.length > 0) return complete[0];
  }
  return undefined;
}

/** How a usual name is written in the archive: capital letters do not matter where there is only one such name. */
function spelling(file: ArrayFile, usual: string): string | undefined {
  const names = [...arraysOf(file), ...file.broken].map(({ name }) => name);
  const sameNames = names.filter((name) => name.toLowerCase() === usual);
  if (sameNames.length > 1) throw ambiguous(file);
  return sameNames.at(0);
}

function chooseX(file: ArrayFile, name: string | undefined, apart: boolean): ChosenArray {
  if (file.format !== 'npz') return onlyArrayNamed(file, name);
  if (name !== undefined) return arrayNamed(file, name);
  const imageArrays = file.entries.filter(
    ({ shape }) => shape.length >= 2 && (apart || labelCount(shape) === undefined),
  );
  const candidates =
    imageArrays.length > 0 ? imageArrays : file.entries.filter(({ shape }) => shape.length >= 2);
  if (candidates.length === 1) return arrayNamed(file, candidates[0].name);
  if (file.entries.length === 0 && file.broken.length > 0) throw file.broken[0].error;
  throw ambiguous(file);
}

function onlyArrayNamed(file: ArrayFile, name: string | undefined): ChosenArray {
  if (name === undefined) return onlyArray(file);
  const received = `a file with one array without a name`;
  throw new ArrayDataError(
    file.name,
    'choice',
    `an archive with an array called ${name}`,
    received,
    'leave the name out',
  );
}

/** Labels in a file of their own. */
function chooseY(file: ArrayFile, name: string | undefined): ChosenArray {
  if (file.format !== 'npz') return onlyArrayNamed(file, name);
  if (name !== undefined) return arrayNamed(file, name);
  const lists = arraysOf(file).filter(({ shape }) => labelCount(shape) !== undefined);
  if (lists.length === 1 && file.broken.length === 0) return arrayNamed(file, lists[0].name);
  for (const group of GROUPS) {
    const usual = new Set(group.flatMap(([, y]) => spelling(file, y) ?? []));
    if (usual.size === 1) return arrayNamed(file, [...usual][0]);
  }
  throw ambiguous(file);
}

/** Labels in the archive of the data; there need not be any. */
function labelsBeside(file: ArrayFile, x: ChosenArray, name: string | undefined): ChosenArray | undefined {
  if (name !== undefined) return file.format === 'npz' ? arrayNamed(file, name) : onlyArrayNamed(file, name);
  if (file.format !== 'npz') return undefined;
  const partners = GROUPS.flat()
    .filter(([usual]) => usual === x.array.name.toLowerCase())
    .flatMap(([, y]) => spelling(file, y) ?? []);
  if (partners.length > 0) return arrayNamed(file, partners[0]);
  const lists = arraysOf(file).filter(
    ({ name: other, shape }) =>
      other !== x.array.name && !isMetadata(other) && labelCount(shape) === x.array.rows,
  );
  if (lists.length > 1) throw ambiguous(file);
  if (lists.length === 1) return arrayNamed(file, lists[0].name);
  const unreadable = file.broken.find(({ name: other }) => !isMetadata(other));
  if (unreadable !== undefined) throw unreadable.error;
  return undefined;
}

/** Whether an array describes the data, as those of scikit-learn's data sets do. */
function isMetadata(name: string): boolean {
  return ['feature_names', 'target_names', 'frame', 'descr', 'filename'].includes(name.toLowerCase());
}

function othersBeside(file: ArrayFile, pair: Pair, source: string): string[] {
  const others = [...TRAINING, ...OTHER_PARTS].flatMap(([x]) => {
    const name = spelling(file, x);
    return name === undefined || name === pair[0] ? [] : [name];
  });
  const unique = [...new Set(others)];
  return unique.length === 0
    ? []
    : [
        `${file.name} holds more than one data set: ${source.split(' of ')[0]} was read, ${unique.join(' and ')} not; name the arrays to choose others`,
      ];
}

function ambiguous(file: ArrayFile): ArrayDataError {
  const expected = 'one array of images or rows and one of labels, by names such as x_train and y_train';
  return new ArrayDataError(
    file.name,
    'choice',
    expected,
    listArrays(file),
    'name the arrays that are meant, x and y',
  );
}

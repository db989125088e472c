import type { AnyDefinition } from '@tenfold/base';

import { loadedDefinitions, loadedTransformers } from './definitions.js';
import { attributeOf } from './estimator-flags.js';
import { flagOf } from './flag-of.js';
import { stepFlagOf } from './preprocess-flags.js';

const table = ['target', 'drop', 'delimiter', 'decimal', 'labelType', 'missing'];
const arrays = ['labels', 'x', 'y', 'transpose', 'missing'];
const named = ['dataHome', 'order'];

/** The options of the library that are flags, by the function or class that takes them. */
const flagOptions: Readonly<Record<string, readonly string[] | undefined>> = {
  findClassifier: ['estimator'],
  findEstimator: ['estimator'],
  trainTestSplit: ['testSize', 'randomState', 'stratify'],
  loadDataset: [...named, ...table, ...arrays, 'idColumn'],
  fetchMnist: named,
  readMnistLike: ['dataHome'],
  readTable: table,
  parseTable: table,
  parseTableAsync: table,
  readArrays: arrays,
  datasetFromArrays: arrays,
  heatmap: ['style'],
  confusionHeatmap: ['style'],
  readImageFolder: ['shape'],
  digitGrid: ['shape', 'range'],
  misclassifiedGallery: ['shape', 'range'],
};

/** Parameters that have another name, or another flag, at the command line. */
const otherNames: Readonly<Record<string, string | undefined>> = {
  'loadDataset dataset': 'the data set',
  'datasetInfo name': 'the data set',
  'readMnistLike name': 'the data set',
  'RandomState seed': '--random-state',
  'fetchMnist mirrors': '--mirror',
  'findTransformer transformer': '--preprocess',
};

/**
 * What a parameter of the library is called at the command line: its flag, where the command has it, or else words.
 *
 * @param owner the function or class that refused it
 * @param parameter its name there: "maxIter"
 * @param flags the flags of the command that was run
 */
export function parameterName(owner: string, parameter: string, flags: ReadonlySet<string>): string {
  const own =
    flagOptions[owner]?.includes(parameter) === true ? flagOf(parameter) : flagOfParam(owner, parameter);
  const word = otherNames[`${owner} ${parameter}`] ?? own;
  if (word?.startsWith('--') !== true) return word ?? plainName(parameter);
  if (flags.has(word)) return word;
  // A list of them is a flag in the plural: --solvers.
  return flags.has(`${word}s`) ? `${word}s` : plainName(parameter);
}

/** The flag of an estimator's hyper-parameter. */
function flagOfParam(owner: string, parameter: string): string | undefined {
  const isOwner = ({ name, params }: AnyDefinition): boolean =>
    name === owner && Object.hasOwn(params as object, parameter);
  if (loadedDefinitions().some(isOwner)) return flagOf(attributeOf(parameter));
  const transformer = loadedTransformers().find(isOwner);
  return transformer && stepFlagOf(transformer, parameter);
}

function plainName(parameter: string): string {
  if (!/^[a-z]+[a-zA-Z]*$/.test(parameter)) return parameter;
  return `the ${parameter.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

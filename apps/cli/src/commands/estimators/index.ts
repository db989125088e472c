import type { CommandDefinition } from '../../definition.js';

/** `tenfold estimators`. */
export const estimators: CommandDefinition = {
  usage: 'estimators [name]',
  summary: 'list the classifiers and transformers, with their hyper-parameters',
  details:
    'Lists the classifiers that train and compare take, and the transformers that prepare rows for them. With the id or the class name of one, tells its hyper-parameters: their flags, defaults and values.',
  examples: [
    ['tenfold estimators', 'all of them'],
    ['tenfold estimators knn', 'the hyper-parameters of one'],
  ],
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};

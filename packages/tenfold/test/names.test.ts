import * as datasets from '@tenfold/datasets';
import * as estimators from '@tenfold/estimators';
import * as modelFiles from '@tenfold/estimators/node';
import * as metrics from '@tenfold/metrics';
import * as modelSelection from '@tenfold/model-selection';
import * as random from '@tenfold/random';
import * as runs from '@tenfold/runs';
import * as solvers from '@tenfold/solvers';
import * as visualization from '@tenfold/visualization';
import { expect, test } from '@jest/globals';

import * as tenfold from '../src/index.js';

const packages = {
  datasets,
  estimators,
  modelFiles,
  metrics,
  modelSelection,
  random,
  runs,
  solvers,
  visualization,
};

test.each(Object.entries(packages))('everything that %s exports is here, and the same', (_name, library) => {
  const names = Object.keys(library);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    expect([name, (tenfold as Record<string, unknown>)[name]]).toEqual([
      name,
      (library as Record<string, unknown>)[name],
    ]);
  }
});

import { estimatorChecks } from '@tenfold/base';
import { describe, test } from '@jest/globals';

import { catalogue } from '../src/index.js';

describe.each(catalogue.map((entry) => [entry.definition.name, entry] as const))('%s', (_, entry) => {
  test.each(estimatorChecks(entry).map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
    await run();
  });
});

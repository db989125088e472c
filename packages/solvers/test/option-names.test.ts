import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { referenceBackend, toDesignMatrix } from '@tenfold/linalg';

import * as solvers from '../src/index.js';

/** What takes no options: an error, a constant, and a function of rows, problems and another function. */
const WITHOUT_OPTIONS = ['HessianMemoryError', 'PRECONDITION_ABOVE', 'solveTogether'];

const design = toDesignMatrix([[0], [1], [2], [3]], { owner: 'the test', storage: 'dense' });
const backend = referenceBackend;
const common = { design, backend };
const signs = Float64Array.of(-1, 1, -1, 1);
const binary = { ...common, targets: signs, l2: 1, fitIntercept: true };

const sides = {
  ...common,
  targets: Int32Array.of(0, 1, 0, 1),
  problems: [{ positive: 1, positiveWeight: 1, negativeWeight: 1, l2: 1 }],
  fitIntercept: true,
};
const PLAIN = { positive: 1, positiveWeight: 1, negativeWeight: 1 };
const saga = {
  ...common,
  targets: Int32Array.of(0, 1, 0, 1),
  l2: 1,
  fitIntercept: true,
  method: 'saga',
} as const;

/** A call of each of the others with these options added, and an option that it has. */
const calls: Record<string, { call: (more: object) => unknown; misspelt: [string, string] }> = {
  lbfgs: {
    call: (more) => solvers.lbfgs(solvers.binaryLogisticObjective(binary), new Float64Array(2), more),
    misspelt: ['maxiter', 'maxIter'],
  },
  trainBinary: {
    call: (more) => solvers.trainBinary({ ...sides, ...more }),
    misspelt: ['maxiter', 'maxIter'],
  },
  trainMultinomial: {
    call: (more) =>
      solvers.trainMultinomial({ ...binary, targets: Int32Array.of(0, 1, 2, 0), classes: 3, ...more }),
    misspelt: ['weigths', 'weights'],
  },
  newtonCgBinary: {
    call: (more) => solvers.newtonCgBinary({ ...sides, ...more }),
    misspelt: ['fitintercept', 'fitIntercept'],
  },
  newtonCholeskyBinary: {
    call: (more) => solvers.newtonCholeskyBinary({ ...sides, ...more }),
    misspelt: ['fitintercept', 'fitIntercept'],
  },
  newtonCholeskyMultinomial: {
    call: (more) =>
      solvers.newtonCholeskyMultinomial({
        ...binary,
        targets: Int32Array.of(0, 1, 2, 0),
        classes: 3,
        ...more,
      }),
    misspelt: ['maxiter', 'maxIter'],
  },
  newtonCgMultinomial: {
    call: (more) =>
      solvers.newtonCgMultinomial({ ...binary, targets: Int32Array.of(0, 1, 2, 0), classes: 3, ...more }),
    misspelt: ['maxiter', 'maxIter'],
  },
  trainBinarySaga: {
    call: (more) => solvers.trainBinarySaga({ ...saga, problems: [PLAIN], ...more }),
    misspelt: ['problem', 'problems'],
  },
  trainMultinomialSaga: {
    call: (more) => solvers.trainMultinomialSaga({ ...saga, classes: 2, ...more }),
    misspelt: ['maxiter', 'maxIter'],
  },
  trainElasticNet: {
    call: (more) => {
      const problems = [{ positive: 1, positiveWeight: 1, negativeWeight: 1, l1: 0.1, l2: 0 }];
      const targets = Int32Array.of(0, 1, 0, 1);
      return solvers.trainElasticNet({ ...common, targets, problems, fitIntercept: true, ...more });
    },
    misspelt: ['maxiter', 'maxIter'],
  },
  trainMultinomialElasticNet: {
    call: (more) =>
      solvers.trainMultinomialElasticNet({
        ...binary,
        targets: Int32Array.of(0, 1, 2, 0),
        classes: 3,
        l1: 0.1,
        ...more,
      }),
    misspelt: ['maxiter', 'maxIter'],
  },
  trainLiblinear: {
    call: (more) => solvers.trainLiblinear({ ...common, targets: signs, ...more }),
    misspelt: ['weight', 'weights'],
  },
  binaryLogisticObjective: {
    call: (more) => solvers.binaryLogisticObjective({ ...binary, ...more }),
    misspelt: ['fitintercept', 'fitIntercept'],
  },
  multinomialObjective: {
    call: (more) =>
      solvers.multinomialObjective({ ...binary, targets: Int32Array.of(0, 1, 2, 0), classes: 3, ...more }),
    misspelt: ['class', 'classes'],
  },
  classPreconditioner: {
    call: (more) => {
      const task = { ...common, classes: 2, weights: undefined, total: 4, l2: 1, constant: 1, ...more };
      return solvers.classPreconditioner(task, new Float64Array(4));
    },
    misspelt: ['signals', 'signal'],
  },
  gramPreconditioner: {
    call: (more) => solvers.gramPreconditioner({ ...common, constant: 1, scale: 1, l2: 1, ...more }),
    misspelt: ['l1', 'l2'],
  },
};

test('every export is looked at', () => {
  expect([...Object.keys(calls), ...WITHOUT_OPTIONS].sort()).toEqual(Object.keys(solvers).sort());
});

describe.each(Object.entries(calls))('%s', (owner, { call, misspelt: [misspelt, option] }) => {
  test('takes the options that it has', async () => {
    await expect(outcome(call, {})).resolves.not.toBeInstanceOf(Error);
    await expect(outcome(call, { signal: undefined })).resolves.not.toBeInstanceOf(Error);
  });

  test('refuses a misspelt option, and says which was meant', async () => {
    const error = await outcome(call, { [misspelt]: 1 });
    expect(error).toBeInstanceOf(ParameterError);
    expect(error).toMatchObject({ owner, received: misspelt });
    expect((error as Error).message).toContain(`(did you mean ${option}?)`);
  });
});

/** What a call gives, or what it throws or rejects with. */
async function outcome(call: (more: object) => unknown, more: object): Promise<unknown> {
  try {
    return await call(more);
  } catch (error) {
    return error;
  }
}

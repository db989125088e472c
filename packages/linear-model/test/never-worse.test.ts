import { describe, expect, test } from '@jest/globals';

import { LogisticRegression } from '../src/index.js';
import { scaledProblem, type ScaledProblem, wideProblem } from './scaled-problems.js';

// Whatever the scales of the data: the default is at least as good as plain L-BFGS, scikit-learn's steps.

const SMALL = 520;
const PER_TEST = 65;
const LARGE = 8;

/** What two objectives may differ by, as a share, to count as equal. */
const EQUAL = 1e-9;

/** Within this share of ours, plain steps have come as far. */
const AS_FAR = 1e-7;

async function fitBoth({ X, y, options, sampleWeight }: ScaledProblem): Promise<LogisticRegression[]> {
  const fit = (preconditioner: 'auto' | 'none'): Promise<LogisticRegression> =>
    new LogisticRegression({ ...options, preconditioner }).fit(X, y, { sampleWeight });
  return [await fit('auto'), await fit('none')];
}

/** What is wrong with the default, in words. */
function faults([ours, plain]: LogisticRegression[]): string[] {
  const found: string[] = [];
  const objectives = `${ours.objective} against ${plain.objective}`;
  if (ours.converged && ours.objective > plain.objective * (1 + EQUAL)) found.push(`worse: ${objectives}`);
  // Plain steps that end sooner because they see no more to gain, far from the optimum, are no measure.
  const asFar = plain.objective <= ours.objective * (1 + AS_FAR);
  const slower = ours.nIter.some((nIter, k) => nIter > 1.5 * plain.nIter[k]);
  if (ours.converged && plain.converged && asFar && slower) {
    found.push(`slower: ${ours.nIter.join()} against ${plain.nIter.join()}`);
  }
  for (const [model, other] of [
    [ours, plain],
    [plain, ours],
  ]) {
    const least = model.objective - model.certificate - 1e-12 * model.objective;
    if (other.objective < least) found.push(`false certificate ${model.certificate}: ${objectives}`);
  }
  if (!Number.isFinite(ours.objective)) found.push('not finite');
  return found;
}

async function faultsOf(seed: number, problem: ScaledProblem): Promise<string[]> {
  const both = await fitBoth(problem);
  return faults(both).map((fault) => `${seed}, ${problem.kind}: ${fault}`);
}

describe('the default is never worse than plain L-BFGS', () => {
  const starts = Array.from({ length: SMALL / PER_TEST }, (_, part) => part * PER_TEST);

  test.each(starts)('on random problems from number %i on', async (start) => {
    const found: string[] = [];
    for (let seed = start; seed < start + PER_TEST; seed++)
      found.push(...(await faultsOf(seed, scaledProblem(seed))));
    expect(found).toEqual([]);
  });

  test('on sparse rows of more columns than rows, which the diagonal preconditions', async () => {
    const found: string[] = [];
    for (let seed = 0; seed < LARGE; seed++) found.push(...(await faultsOf(seed, wideProblem(seed))));
    expect(found).toEqual([]);
  });

  test('on larger ones, which are preconditioned from the start', async () => {
    const found: string[] = [];
    for (let seed = 0; seed < LARGE; seed++) found.push(...(await faultsOf(seed, scaledProblem(seed, true))));
    expect(found).toEqual([]);
  });
});

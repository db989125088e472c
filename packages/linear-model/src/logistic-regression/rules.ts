import type { Rule, RuleFault } from '@tenfold/base';

import type { LogisticRegressionSettings } from './settings.js';
import { type PenaltyName, penaltyName } from './solvers/penalty.js';
import { SOLVERS, solversWith } from './solvers/traits.js';

/** What must hold between the hyper-parameters of `LogisticRegression`. */
export const rules: readonly Rule<LogisticRegressionSettings>[] = [
  mixGoesWithPenalty,
  solverTakesPenalty,
  solverIsDual,
  dualTakesPenalty,
  dualPenalisesIntercept,
  solverIsMultinomial,
  toleranceIsMet,
];

function mixGoesWithPenalty({ penalty, l1Ratio }: LogisticRegressionSettings): RuleFault | undefined {
  if (l1Ratio === 0 || penalty === 'auto' || penalty === 'elasticnet') return undefined;
  if (penalty === 'l1' && l1Ratio === 1) return undefined;
  const given = penalty === null ? 'without a penalty' : `with the penalty ${penalty}`;
  return { param: 'l1Ratio', expected: `0 ${given} (a mix is the penalty elasticnet)` };
}

function solverTakesPenalty(settings: LogisticRegressionSettings): RuleFault | undefined {
  const { solver } = settings;
  const name = penaltyName(settings);
  if (SOLVERS[solver].penalties.includes(name)) return undefined;
  const others = solversWith(({ penalties }) => penalties.includes(name));
  return refuse(settings, name, `with the solver ${solver}`, SOLVERS[solver].penalties, others);
}

function dualTakesPenalty(settings: LogisticRegressionSettings): RuleFault | undefined {
  const { solver, dual } = settings;
  const name = penaltyName(settings);
  const { dualPenalties } = SOLVERS[solver];
  if (!dual || dualPenalties.includes(name)) return undefined;
  const others = solversWith((traits) => traits.dualPenalties.includes(name));
  return refuse(settings, name, `with dual and the solver ${solver}`, dualPenalties, others);
}

/** Names the hyper-parameter by which a penalty was asked for that is not to be had, and what is. */
function refuse(
  { penalty }: LogisticRegressionSettings,
  name: PenaltyName,
  given: string,
  allowed: readonly PenaltyName[],
  others: string,
): RuleFault {
  const known = `(${name}: solver ${others})`;
  if (name === 'none' && penalty !== null) return { param: 'C', expected: `finite ${given} ${known}` };
  if (penalty === 'auto') {
    const bound = allowed.includes('l1') ? '0 or 1' : '0';
    return { param: 'l1Ratio', expected: `${bound} ${given} ${known}` };
  }
  const words = allowed.map((word) => (word === 'none' ? 'null (none)' : `'${word}'`));
  return { param: 'penalty', expected: `${words.join(' or ')} ${given} ${known}` };
}

function solverIsDual({ solver, dual }: LogisticRegressionSettings): RuleFault | undefined {
  if (!dual || SOLVERS[solver].dualPenalties.length > 0) return undefined;
  const others = solversWith(({ dualPenalties }) => dualPenalties.length > 0);
  return { param: 'dual', expected: `false with the solver ${solver} (dual: solver ${others})` };
}

function dualPenalisesIntercept({
  dual,
  fitIntercept,
  interceptPenalty,
}: LogisticRegressionSettings): RuleFault | undefined {
  if (!dual || !fitIntercept || interceptPenalty) return undefined;
  return { param: 'interceptPenalty', expected: 'true with dual (or dual false)' };
}

function solverIsMultinomial({ solver, multiClass }: LogisticRegressionSettings): RuleFault | undefined {
  if (multiClass !== 'multinomial' || SOLVERS[solver].multinomial) return undefined;
  const others = solversWith(({ multinomial }) => multinomial);
  return {
    param: 'multiClass',
    expected: `ovr or auto with the solver ${solver} (multinomial: solver ${others})`,
  };
}

function toleranceIsMet({ solver, tol }: LogisticRegressionSettings): RuleFault | undefined {
  if (tol > 0 || SOLVERS[solver].zeroTol) return undefined;
  return { param: 'tol', expected: `above 0 with the solver ${solver}` };
}

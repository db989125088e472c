import {
  checkClassesWeighted,
  type ClassificationProblem,
  type ConvergenceWarning,
  decodeLabels,
  type FitResult,
} from '@tenfold/base';
import { largest, Matrix } from '@tenfold/linalg';
import { foldsOf, type SplitIndices } from '@tenfold/model-selection';

import { fittedState, type LinearState, type LinearWeights } from '../logistic-regression/fitted.js';
import { isMultinomial } from '../logistic-regression/params.js';
import { valuesOfC } from '../logistic-regression/values-of-c.js';
import { linkOf } from '../logistic-regression/predictions.js';
import type { LogisticRegressionSettings } from '../logistic-regression/settings.js';
import { fitWithSolver } from '../logistic-regression/solvers/fit.js';
import { startFrom } from '../logistic-regression/solvers/warm-start.js';
import type { FitProblem } from '../logistic-regression/solvers/fit-problem.js';
import { balancedByAll, foldWeights } from './fold-weights.js';
import type { SearchState } from './fitted.js';
import { ascending } from './ascending.js';
import { type HeldOut, scoreHeldOut } from './held-out.js';
import type { SearchReport } from './report.js';
import { bestOfAll, bestOfEach, type Place } from './select.js';
import { type LogisticRegressionCVSettings, settingsAt } from './settings.js';

const OWNER = 'LogisticRegressionCV';

type Problem = ClassificationProblem<LogisticRegressionCVSettings, SearchReport, SearchState>;

/** A fit of the grid, and how it did. */
interface GridFit {
  readonly weights: LinearWeights;
  readonly nIter: number;
  readonly score: number;
}

/** Fits the grid on the training rows of each fold, each path from the smallest C up, and then the model. */
export async function search(problem: Problem): Promise<FitResult<SearchState>> {
  const { X, settings, classes, codes, backend, signal } = problem;
  checkClassesWeighted(OWNER, settings.classWeight, classes);
  const folds = foldsOf(settings.cv, decodeLabels(codes, classes, 'array'), OWNER);
  const design = await backend.rows.design(X, { owner: OWNER, signal });
  try {
    return await new Search(problem, { design, folds }).run();
  } finally {
    backend.rows.release(design);
  }
}

class Search {
  readonly #problem: Omit<FitProblem, 'settings' | 'previous'>;
  readonly #settings: LogisticRegressionCVSettings;
  readonly #folds: readonly SplitIndices[];
  readonly #Cs: readonly number[];
  readonly #total: number;
  readonly #unfinished: ConvergenceWarning[] = [];
  readonly #onIteration: Problem['onIteration'];
  #done = 0;
  #isStopped = false;

  constructor(
    { settings, onIteration, ...problem }: Problem,
    { design, folds }: Pick<FitProblem, 'design'> & { folds: readonly SplitIndices[] },
  ) {
    const balanced = classesOf(settings, problem);
    this.#settings = { ...settings, classWeight: balanced };
    this.#problem = { ...problem, design, onIteration: undefined };
    this.#folds = folds;
    this.#Cs = valuesOfC(settings.Cs);
    this.#total = folds.length * settings.l1Ratios.length * this.#Cs.length + (settings.refit ? 1 : 0);
    this.#onIteration = onIteration;
  }

  async run(): Promise<FitResult<SearchState>> {
    const fits: GridFit[][][] = [];
    for (const fold of this.#folds) {
      fits.push(await this.#fitFold(fold));
      if (this.#isStopped) break;
    }
    const table = <T>(part: (fit: GridFit) => T): T[][][] =>
      fits.map((fold) => fold.map((path) => path.map(part)));
    const scores = table(({ score }) => score);
    const weights = this.#settings.refit
      ? await this.#refit(fits, bestOfAll(scores))
      : meanOf(bestOfEach(scores).map(({ ratio, c }, i) => fits[i][ratio][c].weights));
    const state = {
      ...weights,
      scores,
      nIter: table(({ nIter }) => nIter),
      coefsPaths: table((fit) => withIntercept(fit.weights, this.#settings.fitIntercept)),
      converged: this.#unfinished.length === 0,
    };
    return { state, warnings: this.#warnings() };
  }

  /** The fits of a fold, for each share of L1 a path of C. */
  async #fitFold({ train, test }: SplitIndices): Promise<GridFit[][]> {
    const { classes, codes, sampleWeight, design, backend, signal } = this.#problem;
    const { scoring } = this.#settings;
    const weights = foldWeights(train, design.rows, sampleWeight);
    const link = linkOf(this.#settings, classes);
    const shared = { design, classes, codes, sampleWeight, backend, signal };
    const held: HeldOut = { ...shared, rows: test, scoring, link };
    const paths: GridFit[][] = [];
    for (const l1Ratio of this.#settings.l1Ratios) {
      const path = new Array<GridFit>(this.#Cs.length);
      let before: LinearWeights | undefined;
      for (const at of ascending(this.#Cs)) {
        const state = await this.#fitOne(settingsAt(this.#settings, this.#Cs[at], l1Ratio), weights, before);
        before = state;
        const score = await scoreHeldOut(held, state);
        path[at] = { weights: state, nIter: largest(state.nIter), score };
        this.#report(score);
      }
      paths.push(path);
    }
    return paths;
  }

  /** The model of all rows, from the mean of the folds' models on. */
  async #refit(fits: readonly GridFit[][][], { ratio, c }: Place): Promise<LinearWeights> {
    const start = meanOf(fits.map((fold) => fold[ratio][c].weights));
    const settings = settingsAt(this.#settings, this.#Cs[c], this.#settings.l1Ratios[ratio]);
    const { coef, intercept } = await this.#fitOne(settings, this.#problem.sampleWeight, start);
    this.#report(fits.reduce((sum, fold) => sum + fold[ratio][c].score, 0) / fits.length);
    return { coef, intercept };
  }

  async #fitOne(
    settings: LogisticRegressionSettings,
    sampleWeight: Float64Array | undefined,
    before: LinearWeights | undefined,
  ): Promise<LinearState> {
    const { classes, columns } = this.#problem;
    const previous = before && startFrom(before, { settings, classes, columns });
    const outcome = await fitWithSolver({ ...this.#problem, settings, sampleWeight, previous });
    const { state, warnings = [] } = fittedState(outcome, classes);
    if (warnings.length > 0) this.#unfinished.push(warnings[0]);
    return state;
  }

  #report(score: number): void {
    const done = ++this.#done;
    const total = this.#total;
    const figures = { score };
    const answer = this.#onIteration?.({ done, total, problem: 0, problems: 1, iteration: done, figures });
    this.#isStopped ||= answer === false;
  }

  /** One warning for all fits, as there may be hundreds. */
  #warnings(): ConvergenceWarning[] {
    const count = this.#unfinished.length;
    if (count === 0) return [];
    const nIter = this.#unfinished.reduce((most, warning) => Math.max(most, warning.nIter), 0);
    const message = `${OWNER}: ${count} of ${this.#done} fits not converged after ${nIter} iterations; raise maxIter or scale the data`;
    return [{ kind: 'convergence', label: undefined, nIter, message }];
  }
}

/** Class weights that balance all rows serve for every fold, except where each class stands against the rest. */
function classesOf(
  settings: LogisticRegressionCVSettings,
  { classes, codes, sampleWeight }: Pick<Problem, 'classes' | 'codes' | 'sampleWeight'>,
): LogisticRegressionCVSettings['classWeight'] {
  const { classWeight } = settings;
  const isOneModel = classes.length === 2 || isMultinomial(settings, classes);
  if (classWeight !== 'balanced' || !isOneModel) return classWeight;
  return balancedByAll(classes, codes, sampleWeight);
}

function meanOf(all: readonly LinearWeights[]): LinearWeights {
  const [{ coef, intercept }] = all;
  const mean = Matrix.zeros(coef.rows, coef.columns);
  const constants = new Float64Array(intercept.length);
  for (const own of all) {
    mean.add(own.coef);
    for (let k = 0; k < constants.length; k++) constants[k] += own.intercept[k];
  }
  return { coef: mean.div(all.length), intercept: constants.map((sum) => sum / all.length) };
}

/** The coefficients, with the intercepts as a last column where there are any. */
function withIntercept({ coef, intercept }: LinearWeights, fitIntercept: boolean): Matrix {
  if (!fitIntercept) return coef;
  const whole = Matrix.zeros(coef.rows, coef.columns + 1);
  whole.setSubMatrix(coef, 0, 0);
  for (let k = 0; k < coef.rows; k++) whole.set(k, coef.columns, intercept[k]);
  return whole;
}

import type { BinaryTraining } from '../lbfgs/train-binary.js';
import type { MultinomialTraining } from '../lbfgs/train-multinomial.js';
import type { BinaryNewtonProblem } from '../newton/newton-binary.js';
import type { MultinomialNewtonProblem } from '../newton/newton-multinomial.js';
import { HessianConditioners, SHARE } from './hessian-conditioners.js';
import { ZeroSumBasis } from './zero-sum-basis.js';

/** The whole Hessians of a binary problem. */
export function binaryHessians(
  { design, fitIntercept, backend, signal }: Omit<BinaryTraining, 'problems'>,
  { objective: { curvatures }, l2, total }: BinaryNewtonProblem,
  fresh: number,
): HessianConditioners {
  const task = { design, constant: fitIntercept ? 1 : 0, functions: 1, shift: l2, share: SHARE, signal };
  return new HessianConditioners(fresh, async () => {
    const factored = await backend.factors.hessian({
      ...task,
      curvatures(_k, _l, out) {
        for (let i = 0; i < out.length; i++) out[i] = curvatures[i] / total;
      },
    });
    if (factored === undefined) return undefined;
    return {
      factored,
      solve(b, out) {
        out.set(b);
        return factored.solve(out);
      },
    };
  });
}

/** The whole Hessians of a multinomial problem, of vectors that sum to zero over the classes. */
export function multinomialHessians(
  { design, classes, weights, l2, fitIntercept, backend, signal }: MultinomialTraining,
  { objective: { probabilities }, total }: MultinomialNewtonProblem,
  fresh: number,
): HessianConditioners {
  const basis = new ZeroSumBasis(classes);
  const task = {
    design,
    constant: fitIntercept ? 1 : 0,
    functions: classes - 1,
    shift: l2,
    share: SHARE,
    signal,
  };
  return new HessianConditioners(fresh, async () => {
    const rows = { probabilities, coordinates: basis.coordinates(probabilities), weights };
    const factored = await backend.factors.hessian({
      ...task,
      curvatures(k, l, out) {
        basis.curvatures(rows, k, l, out);
        for (let i = 0; i < out.length; i++) out[i] /= total;
      },
    });
    if (factored === undefined) return undefined;
    return {
      factored,
      async solve(b, out) {
        const solved = basis.coordinates(b);
        await factored.solve(solved);
        basis.vectors(solved, out);
      },
    };
  });
}

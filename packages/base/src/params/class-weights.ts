import { type CheckedClassWeight, checkClassWeight, type ClassWeight } from '../weights/class-weight.js';
import type { Param } from './param.js';

/** The hyper-parameter `classWeight`: weights of the classes by label, `'balanced'`, or none. */
export function classWeights(): Param<CheckedClassWeight, ClassWeight> {
  return {
    kind: 'classWeight',
    default: undefined,
    doc: 'Weights of the classes: an object or a Map from label to weight, 1 for a class that it does not name; the weight of a label that is not in y is ignored when all labels in y are named. With balanced, weights are inversely proportional to how often a class occurs.',
    ask: false,
    expected: "'balanced', or an object or a Map from label to a weight of at least 0",
    isNullable: true,
    bounds: { accepted: ['balanced', undefined], refused: ['even', 2, { a: -1 }, { a: 'b' }] },
    check: (owner, _, value) => checkClassWeight(owner, value),
    toJson: (value) => (typeof value === 'object' ? Object.fromEntries(value) : (value ?? null)),
    fromJson: (json) => json ?? undefined,
  };
}

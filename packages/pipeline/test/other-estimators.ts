import {
  type ClassificationProblem,
  Classifier,
  type ClassifierDefinition,
  done,
  plainStep,
  type TransformationProblem,
  Transformer,
  type TransformerDefinition,
} from '@tenfold/base';

type Nothing = Record<string, never>;

const nothing = {
  params: {},
  rules: [],
  presets: [],
  progress: null,
  views: [],
  summary: '',
  tags: { sampleWeight: false, oneClass: true, lazy: false, orderFree: true },
} as const;

/** Whatever the last fits were given. */
export const seen: (TransformationProblem<Nothing> | ClassificationProblem<Nothing, never>)[] = [];

const firstClass: ClassifierDefinition<Nothing, Nothing, null> = {
  ...nothing,
  type: 'classifier',
  name: 'FirstClass',
  id: 'first-class',
  state: { version: 1, write: () => ({ tensors: {}, facts: {} }), read: () => null },
  fit: (problem) => {
    seen.push(problem);
    return Promise.resolve({ state: null });
  },
  classify: function* (_, { rows }) {
    return yield* done(plainStep(() => new Int32Array(rows)));
  },
};

/** A classifier without probabilities: says of each row that it is of the first class. */
export class FirstClass extends Classifier<Nothing, Nothing, null> {
  static readonly definition = firstClass;

  constructor(options: Nothing = {}) {
    super(firstClass, options);
  }
}

const sums: TransformerDefinition<Nothing, Nothing, null> = {
  ...nothing,
  type: 'transformer',
  name: 'Sums',
  id: 'sums',
  state: { version: 1, write: () => ({ tensors: {}, facts: {} }), read: () => null },
  fit: (problem) => {
    seen.push(problem);
    return Promise.resolve(null);
  },
  transform: function* (_, design) {
    const cells = design.kind === 'dense' ? design.data : new Float64Array();
    return yield* done(
      plainStep(() =>
        Float64Array.from({ length: design.rows }, (_, i) =>
          Array.from(cells.subarray(i * design.columns, (i + 1) * design.columns)).reduce(
            (sum, x) => sum + x,
            0,
          ),
        ),
      ),
    );
  },
};

/** A transformer of another width that cannot turn back: the sum of each row. */
export class Sums extends Transformer<Nothing, Nothing, null> {
  static readonly definition = sums;

  constructor(options: Nothing = {}) {
    super(sums, options);
  }

  override getFeatureNamesOut(): readonly string[] {
    this.need('getFeatureNamesOut');
    return ['sum'];
  }
}

import type { Backend, Precision } from '@tenfold/linalg';

/** One operation that was asked of a backend. */
export interface Call {
  readonly operation: 'scores' | 'multinomial' | 'oneVsRest' | 'products' | 'diagonals' | 'precondition';
  /** Binary problems, or classes, that it served. */
  readonly problems: number;
  readonly precision: Precision;
}

/** A backend that writes down what is asked of it, and otherwise is the one within. */
export interface WatchedBackend extends Backend {
  readonly calls: Call[];
  /** How many calls of an operation there were. */
  count(operation: Call['operation'], precision?: Precision): number;
}

/**
 * Watches a backend.
 *
 * @param inner does the work
 * @param changes operations to be done otherwise
 */
export function watched(inner: Backend, changes: Partial<Backend> = {}): WatchedBackend {
  const calls: Call[] = [];
  const note = (operation: Call['operation'], problems: number, precision: Precision = 'double') => {
    calls.push({ operation, problems, precision });
  };
  const backend = { ...delegate(inner), ...changes };
  return {
    ...backend,
    calls,
    count: (operation, precision) =>
      calls.filter((call) => call.operation === operation && call.precision === (precision ?? call.precision))
        .length,
    scores(task, out) {
      note('scores', task.classes, task.precision);
      return backend.scores(task, out);
    },
    multinomialLogistic(task, gradient) {
      note('multinomial', task.classes, task.precision);
      return backend.multinomialLogistic(task, gradient);
    },
    oneVsRestLogistic(task, output) {
      note('oneVsRest', task.problems.length, task.precision);
      return backend.oneVsRestLogistic(task, output);
    },
    hessianVectorProducts(task, directions, out) {
      note('products', task.curvatures.length, task.precision);
      return backend.hessianVectorProducts(task, directions, out);
    },
    hessianDiagonals(task, out) {
      note('diagonals', task.curvatures.length, task.precision);
      return backend.hessianDiagonals(task, out);
    },
    precondition(task) {
      note('precondition', 1);
      return backend.precondition(task);
    },
  };
}

/** The methods as plain functions, as the kernels' are on a class with private fields. */
function delegate(inner: Backend): Backend {
  return {
    name: inner.name,
    design: (X, options) => inner.design(X, options),
    scores: (task, out) => inner.scores(task, out),
    multinomialLogistic: (task, gradient) => inner.multinomialLogistic(task, gradient),
    oneVsRestLogistic: (task, output) => inner.oneVsRestLogistic(task, output),
    hessianVectorProducts: (task, directions, out) => inner.hessianVectorProducts(task, directions, out),
    hessianDiagonals: (task, out) => inner.hessianDiagonals(task, out),
    precondition: (task) => inner.precondition(task),
    release: (design) => {
      inner.release(design);
    },
  };
}

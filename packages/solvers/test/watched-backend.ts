import type {
  Backend,
  FactorOperations,
  LogisticOperations,
  Precision,
  RowOperations,
} from '@tenfold/linalg';

/** One operation that was asked of a backend. */
export interface Call {
  readonly operation: 'scores' | 'multinomial' | 'oneVsRest' | 'products' | 'precondition' | 'hessian';
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
export function watched(
  inner: Backend,
  changes: Partial<RowOperations & LogisticOperations & FactorOperations> = {},
): WatchedBackend {
  const calls: Call[] = [];
  const note = (operation: Call['operation'], problems: number, precision: Precision = 'double') => {
    calls.push({ operation, problems, precision });
  };
  const operations = { ...inner.rows, ...inner.logistic, ...inner.factors, ...changes };
  return {
    name: inner.name,
    stochastic: inner.stochastic,
    calls,
    count: (operation, precision) =>
      calls.filter((call) => call.operation === operation && call.precision === (precision ?? call.precision))
        .length,
    rows: {
      ...inner.rows,
      scores(task, out) {
        note('scores', task.classes, task.precision);
        return operations.scores(task, out);
      },
    },
    logistic: {
      multinomial(task, gradient, probabilities) {
        note('multinomial', task.classes, task.precision);
        return operations.multinomial(task, gradient, probabilities);
      },
      oneVsRest(task, output) {
        note('oneVsRest', task.problems.length, task.precision);
        return operations.oneVsRest(task, output);
      },
      hessianVectorProducts(task, directions, out) {
        note('products', task.curvatures.length, task.precision);
        return operations.hessianVectorProducts(task, directions, out);
      },
      multinomialHessianVectorProduct(task, direction, out) {
        note('products', task.classes, task.precision);
        return operations.multinomialHessianVectorProduct(task, direction, out);
      },
    },
    factors: {
      precondition(task) {
        note('precondition', 1);
        return operations.precondition(task);
      },
      preconditionAll(tasks) {
        note('precondition', tasks.length);
        return operations.preconditionAll(tasks);
      },
      hessian(task) {
        note('hessian', task.functions);
        return operations.hessian(task);
      },
    },
  };
}

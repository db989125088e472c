import { InputError } from '@tenfold/core';

/** Coefficients have no standard errors: the rows say nothing of one, or the same as of others. */
export class SingularInformationError extends InputError {
  /** @param coefficient the name of the first such coefficient */
  constructor(readonly coefficient: string) {
    super(
      `logisticInference: expected features of which none is constant or a combination of others, and rows that are not separated by the model; the data cannot tell the coefficient of ${coefficient} from the others (leave a column out, or fit with a penalty)`,
    );
  }
}

import { cPath } from '../rows/c-path.js';
import { digits } from '../rows/digits.js';
import { eventLoop } from '../rows/event-loop.js';
import { fitConverged } from '../rows/fit-converged.js';
import { fitToLoss } from '../rows/fit-to-loss.js';
import { gemm } from '../rows/gemm-1024.js';
import { tabular, text } from '../rows/generated-rows.js';
import { liblinear } from '../rows/liblinear-mnist.js';
import { lossGradient } from '../rows/loss-gradient.js';
import { memory } from '../rows/memory.js';
import { ovrConverged } from '../rows/ovr-converged.js';
import { predict } from '../rows/predict.js';
import { scale } from '../rows/scale.js';
import { threads } from '../rows/threads.js';
import { wholeProcess } from '../rows/whole-process.js';

/**
 * The rows by name, in the order of the table.
 *
 * @type {ReadonlyMap<string, { about: string, measure: (lab: import('./lab.js').Lab) => Promise<void> }>}
 */
export const rows = new Map(
  Object.entries({
    'loss-gradient': lossGradient,
    'fit-to-loss': fitToLoss,
    'fit-converged': fitConverged,
    'ovr-converged': ovrConverged,
    'c-path': cPath,
    text,
    tabular,
    'liblinear-mnist': liblinear,
    digits,
    predict,
    'whole-process': wholeProcess,
    'gemm-1024': gemm,
    threads,
    memory,
    'event-loop': eventLoop,
    scale,
  }),
);

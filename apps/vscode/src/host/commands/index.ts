import type { Command } from './command.js';
import { drawDigitCommand } from './draw-digit.js';
import { exportModelCommand } from './export-model.js';
import { predictCommand } from './predict.js';
import { showClassMeansCommand } from './show-class-means.js';
import { showNeighborsCommand } from './show-neighbors.js';
import { showWeightsCommand } from './show-weights.js';
import { showCurveCommand } from './show-curve.js';
import { exportPictureCommand } from './export-picture.js';
import { compareRunsCommand } from './compare-runs.js';
import { openRunCommand, showConfusionMatrixCommand, showMisclassifiedCommand } from './show-run.js';
import { openAsBytesCommand } from './open-as-bytes.js';
import { showLogCommand } from './show-log.js';
import { stopTrainingCommand } from './stop-training.js';
import { trainCommand } from './train.js';
import { trainAgainCommand } from './train-again.js';
import { trainFileCommand } from './train-file.js';
import { compareSolversCommand } from './compare-solvers.js';
import { trainDigitsCommand } from './train-digits.js';
import { showDigitsCommand } from './show-digits.js';
import { deleteRun } from './delete-run.js';
import { downloadMnistCommand } from './download-mnist.js';
import { openWalkthroughCommand } from './open-walkthrough.js';
import { pinRun, unpinRun } from './pin-run.js';
import { refreshRuns } from './refresh-runs.js';
import { renameRun } from './rename-run.js';
import { revealRun } from './reveal-run.js';

/** All commands. */
export const commands: readonly Command[] = [
  drawDigitCommand,
  exportModelCommand,
  predictCommand,
  showWeightsCommand,
  showNeighborsCommand,
  showClassMeansCommand,
  openAsBytesCommand,
  showLogCommand,
  stopTrainingCommand,
  trainCommand,
  trainAgainCommand,
  trainDigitsCommand,
  trainFileCommand,
  compareSolversCommand,
  deleteRun,
  downloadMnistCommand,
  openWalkthroughCommand,
  pinRun,
  unpinRun,
  refreshRuns,
  renameRun,
  revealRun,
  compareRunsCommand,
  exportPictureCommand,
  openRunCommand,
  showConfusionMatrixCommand,
  showDigitsCommand,
  showMisclassifiedCommand,
  showCurveCommand,
];

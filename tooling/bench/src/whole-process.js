import { runCommand } from './command.js';
import { contestants, mnistFolder } from './paths.js';
import { stored } from './stored.js';

/**
 * Ours as a whole process, with as many iterations as it takes to the objective that scikit-learn's lbfgs has after
 * 100 on the same rows, which is stored: the run to be timed must not be the one that finds out.
 *
 * @param {import('./lab.js').Lab} lab
 * @returns {Promise<import('./lab.js').Spec | undefined>}
 */
export async function oursWhole(lab) {
  const script = `${contestants}node/whole-process.js`;
  const objective = String(stored.objectives['mldata-60000']);
  try {
    const found = await runCommand(process.execPath, [script, mnistFolder, '0', objective]);
    const { iterations } = JSON.parse(found);
    return {
      name: 'ours',
      runtime: 'node',
      program: 'whole-process',
      process: true,
      args: [mnistFolder, String(iterations)],
      warmUps: 1,
    };
  } catch (error) {
    lab.failures.push({ row: lab.row, name: 'ours', reason: error.message, ours: true });
    return undefined;
  }
}

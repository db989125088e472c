import type { FactoredHessian, HessianTask } from '../backend.js';
import { columnUnits } from '../column-units.js';
import { fromFunctions, hessianRows, hessianScaling, toFunctions } from '../hessian-scaling.js';
import { workMeter } from '../work-meter.js';
import { cholesky, solveTriangles, type Square } from './gram-preconditioner.js';
import { addScaledRow } from './rows.js';

/** Forms a Hessian row by row, scales it to a unit diagonal and factors it; undefined when it is not positive. */
export async function hessianFactor(task: HessianTask): Promise<FactoredHessian | undefined> {
  const { functions, share } = task;
  const units = await columnUnits(task.design, task.signal);
  const { size, cells } = await sumRows(task, units);
  const diagonal = Float64Array.from({ length: size }, (_, i) => cells[i * (size + 1)]);
  const scaling = hessianScaling(task, units, diagonal);
  if (scaling === undefined) return undefined;
  const { scales, ends } = scaling;
  const scaled = cells.map((cell, at) => cell * scales[Math.floor(at / size)] * scales[at % size]);
  for (let i = 0; i < size; i++) scaled[i * (size + 1)] = 1 + share;
  const factor = cholesky({ size, cells: scaled }, 0);
  if (factor === undefined) return undefined;
  return {
    solve(vector) {
      const solved = toFunctions(vector, functions, ends);
      solveTriangles(factor, solved);
      fromFunctions(solved, functions, ends, vector);
      return Promise.resolve();
    },
    release() {
      // Nothing is kept.
    },
  };
}

async function sumRows(task: HessianTask, units: Float64Array): Promise<Square> {
  const { design, constant, functions, curvatures, signal } = task;
  const each = hessianRows(task);
  const size = functions * each;
  const cells = new Float64Array(size * size);
  const row = new Float64Array(each);
  const own = new Float64Array(design.rows);
  for (let k = 0; k < functions; k++) {
    for (let l = 0; l <= k; l++) {
      curvatures(k, l, own);
      for (let i = 0; i < design.rows; i++) {
        row.fill(0);
        addScaledRow(design, i, 1, row);
        for (let j = 0; j < units.length; j++) row[j] /= units[j];
        if (constant !== 0) row[each - 1] = constant;
        for (let j = 0; j < each; j++) {
          const factor = own[i] * row[j];
          const above = (l * each + j) * size + k * each;
          const below = (k * each + j) * size + l * each;
          for (let m = 0; m < each; m++) {
            cells[below + m] += factor * row[m];
            if (k !== l) cells[above + m] += factor * row[m];
          }
        }
        await workMeter.spend(each * each, signal);
      }
    }
  }
  return { size, cells };
}

import { address, integer } from '../job-arguments';
import { scoresByFormat } from './formats';
import * as R from './row-job';

/** The scores of a block of rows: OUTPUT gets `stride` bytes a row. */
export function scoresBlock(job: usize, block: i32, _scratch: usize): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const stride = address(job, R.STRIDE);
  const weights = address(job, R.WEIGHTS);
  const format = integer(job, R.FORMAT);
  const order = address(job, R.ORDER);
  const output = address(job, R.OUTPUT);
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    const from = R.rowStart(pointers, row, columns);
    const to = R.rowStart(pointers, row + 1, columns);
    const out = output + <usize>i * stride;
    memory.copy(out, weights + <usize>columns * stride, stride);
    scoresByFormat(format, values, indices, from, to, weights, stride, out);
  }
}

import { type DesignMatrix, type Preconditioner, referenceBackend } from '@tenfold/linalg';

import type { BinaryKernel } from '../losses/binary-kernel.js';
import { type BlockTask, drawBlock } from './draw-block.js';

/** What the Hessian of a binary problem is approximated from. */
export interface BinaryBlockTask extends Omit<BlockTask, 'columns'> {
  readonly design: DesignMatrix;
  readonly constant: number;
  readonly kernel: BinaryKernel;
  readonly signal?: AbortSignal | undefined;
}

/** Factors a binary problem's Hessian, of all rows and in doubles or of some and in floats; undefined where it cannot be. */
export async function factorBinaryBlock(task: BinaryBlockTask): Promise<Preconditioner | undefined> {
  const { design, constant, kernel, signal, ...block } = task;
  const sample = drawBlock({ ...block, columns: design.columns });
  if (sample === undefined) return undefined;
  if (!block.exact) return kernel.precondition(sample);
  return referenceBackend.factors.precondition({ design, constant, signal, ...sample });
}

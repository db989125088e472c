import { gemmBlock } from './blas/gemm';
import { packBlock } from './blas/pack';
import { multinomialBlock } from './logistic/multinomial';
import { hessianDiagonalBlock, hessianVectorBlock } from './logistic/hessian';
import { oneVsRestBlock } from './logistic/one-vs-rest';
import { factorBlock } from './precondition/factor';
import { gramBlock } from './precondition/gram';
import { compressBlock, countNonzerosBlock } from './rows/compress';
import { scoresBlock } from './rows/scores';

/** Runs one block of a job by the kernel's number; `src/kernels/job-layout.ts` has their names. */
export function runKernel(kernel: i32, job: usize, block: i32, scratch: usize): void {
  switch (kernel) {
    case 0: return multinomialBlock<f32>(job, block, scratch);
    case 1: return multinomialBlock<f64>(job, block, scratch);
    case 2: return oneVsRestBlock<f32>(job, block, scratch);
    case 3: return oneVsRestBlock<f64>(job, block, scratch);
    case 4: return hessianVectorBlock<f32>(job, block, scratch);
    case 5: return hessianVectorBlock<f64>(job, block, scratch);
    case 6: return hessianDiagonalBlock<f64>(job, block, scratch);
    case 7: return scoresBlock(job, block, scratch);
    case 8: return gramBlock(job, block, scratch);
    case 9: return factorBlock(job, block, scratch);
    case 10: return countNonzerosBlock(job, block, scratch);
    case 11: return compressBlock(job, block, scratch);
    case 20: return packBlock<f32>(job, block, scratch);
    case 21: return packBlock<f64>(job, block, scratch);
    case 22: return gemmBlock<f32>(job, block, scratch);
    case 23: return gemmBlock<f64>(job, block, scratch);
  }
}

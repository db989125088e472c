import { choleskyBlock, luBlock } from './blas/factor';
import { gemmBlock } from './blas/gemm';
import { gemvBlock } from './blas/gemv';
import { axpyBlock, dotBlock, squaresBlock } from './blas/level-one';
import { packBlock } from './blas/pack';
import { triangleBlock } from './blas/triangle';
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
    case 24: return gemvBlock<f32>(job, block, scratch);
    case 25: return gemvBlock<f64>(job, block, scratch);
    case 26: return dotBlock<f32>(job, block, scratch);
    case 27: return dotBlock<f64>(job, block, scratch);
    case 28: return axpyBlock<f32>(job, block, scratch);
    case 29: return axpyBlock<f64>(job, block, scratch);
    case 30: return squaresBlock<f32>(job, block, scratch);
    case 31: return squaresBlock<f64>(job, block, scratch);
    case 32: return triangleBlock<f32>(job, block, scratch);
    case 33: return triangleBlock<f64>(job, block, scratch);
    case 34: return choleskyBlock<f32>(job, block, scratch);
    case 35: return choleskyBlock<f64>(job, block, scratch);
    case 36: return luBlock<f32>(job, block, scratch);
    case 37: return luBlock<f64>(job, block, scratch);
  }
}

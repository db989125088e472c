export { tileF32, tileF64 } from './blas/tiles';
export {
  mathExpF32,
  mathExpF64,
  mathExpm1F32,
  mathExpm1F64,
  mathLog1pF32,
  mathLog1pF64,
  mathLog1pUnitF64,
  mathLogF32,
  mathLogF64,
} from './math/arrays';
export { sumPartials } from './reduce';
export { solveFactored, solveFactoredOne } from './precondition/solve';
export { runBlock, runJob } from './job';

/** The first address that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base;
}

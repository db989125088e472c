import { asBytes } from '../as-bytes.js';
import type { CsrCells, CsrValues } from '../csr/csr-parts.js';
import { csrRows } from '../csr/csr-rows.js';
import type { CsrDesign } from '../design-matrix.js';
import type { Compressed } from './compress-bytes.js';
import type { KernelEngine } from './engine.js';
import type { KernelMemory } from './kernel-memory.js';
import { copyDesign } from './stored-designs.js';

/**
 * Copies a sparse matrix into the kernels' memory, as bytes where it can, at the call: what happens to it afterwards changes nothing.
 *
 * @returns undefined where views on that memory do not last
 * @throws as `csrRows`; MemoryLimitError when it does not fit
 */
export function storeCsr(
  { shared, memory }: KernelEngine,
  X: CsrCells,
  owner: string,
): Compressed | undefined {
  if (!shared) return undefined;
  const rows = csrRows(X, owner);
  const given = { ...rows, values: asBytes(rows.values) ?? rows.values };
  const stored = copyDesign(memory, given);
  const { cells, values, indices, pointers } = stored;
  const isNarrow = given.columnIndices instanceof Uint16Array;
  const design: CsrDesign = {
    ...given,
    values: valuesAt(memory, given.values, values, cells),
    columnIndices: isNarrow ? memory.u16(indices, cells) : memory.u32(indices, cells),
    rowPointers: memory.u32(pointers, given.rows + 1),
  };
  return { stored, design };
}

function valuesAt(memory: KernelMemory, like: CsrValues, address: number, count: number): CsrValues {
  if (like instanceof Uint8Array) return memory.u8(address, count);
  return like instanceof Float32Array ? memory.f32(address, count) : memory.f64(address, count);
}

import { describe, NonFiniteError, ShapeError } from '@tenfold/core';

import type { Scope } from '../kernels/scope.js';
import { isList } from '../list.js';
import type { BlasVector } from './flat-matrix.js';
import type { FloatArray } from './operand.js';

/** A vector in the kernels' memory. */
export interface StoredVector {
  readonly at: number;
  readonly length: number;
  readonly size: 4 | 8;
}

/**
 * Checks that a value is a vector, of `length` numbers when that is given.
 *
 * @throws ShapeError when it is not
 */
export function checkVector(owner: string, name: string, vector: BlasVector, length?: number): void {
  if (!isList(vector)) throw new ShapeError(owner, `${name} to be an array of numbers`, describe(vector));
  if (length !== undefined && vector.length !== length) {
    throw new ShapeError(owner, `${name} to have ${length} numbers`, `${vector.length}`);
  }
}

/** The bytes of a number in which vectors are worked on together: floats when all are floats. */
export function sizeFor(...vectors: (BlasVector | undefined)[]): 4 | 8 {
  return vectors.every((vector) => vector === undefined || vector instanceof Float32Array) ? 4 : 8;
}

/**
 * Copies a vector into the kernels' memory.
 *
 * @throws NonFiniteError when an element is missing or no number; its place is given as the column
 */
export function storeVector(scope: Scope, owner: string, vector: BlasVector, size: 4 | 8): StoredVector {
  const stored = { at: scope.allocate(vector.length * size), length: vector.length, size };
  const into = elementsOf(scope, stored);
  if (ArrayBuffer.isView(vector)) into.set(vector);
  else {
    for (const [i, value] of vector.entries()) {
      if (typeof value !== 'number') throw new NonFiniteError(owner, 0, i, value);
      into[i] = value;
    }
  }
  return stored;
}

/** A view of a vector's numbers. */
export function elementsOf(scope: Scope, { at, length, size }: StoredVector): FloatArray {
  return size === 4 ? scope.memory.f32(at, length) : scope.memory.f64(at, length);
}

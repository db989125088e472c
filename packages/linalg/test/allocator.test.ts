import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { Allocator } from '../src/kernels/allocator.js';

const BASE = 1000;
/** The first address that may be handed out. */
const START = 1024;

/** What is done to an allocator and to the model: a list of the stretches in use. */
interface Stretch {
  readonly start: number;
  size: number;
}

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('allocate'), bytes: fc.nat(1000), pick: fc.nat() }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('free'), bytes: fc.nat(1000), pick: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('shrink'), bytes: fc.nat(1000), pick: fc.nat() }) },
  ),
  { maxLength: 60 },
);

function roundUp(bytes: number): number {
  return Math.max(64, 64 * Math.ceil(bytes / 64));
}

/** The first place where `size` bytes fit between the stretches in use. */
function firstFit(used: Stretch[], size: number): number {
  let at = START;
  for (const { start, size: taken } of used) {
    if (start - at >= size) break;
    at = start + taken;
  }
  return at;
}

describe('an allocator', () => {
  test('hands out the first stretch that fits, as a plain list of what is used has it', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const allocator = new Allocator(BASE);
        const used: Stretch[] = [];
        for (const { kind, bytes, pick } of sequence) {
          const index = used.length === 0 ? -1 : pick % used.length;
          if (kind === 'allocate') {
            const start = firstFit(used, roundUp(bytes));
            expect(allocator.allocate(bytes)).toBe(start);
            used.push({ start, size: roundUp(bytes) });
            used.sort((a, b) => a.start - b.start);
          } else if (index !== -1 && kind === 'free') {
            allocator.free(used[index].start);
            used.splice(index, 1);
          } else if (index !== -1) {
            allocator.shrink(used[index].start, bytes);
            used[index].size = Math.min(used[index].size, roundUp(bytes));
          }
          const last = used.at(-1);
          expect(allocator.top).toBe(last === undefined ? START : last.start + last.size);
          expect(allocator.bytesUsed).toBe(used.reduce((sum, { size }) => sum + size, 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('ignores an address that it did not hand out, or that was given back', () => {
    const allocator = new Allocator(BASE);
    const [first, second] = [allocator.allocate(100), allocator.allocate(100)];
    allocator.free(first);
    allocator.free(first);
    allocator.free(first + 64);
    allocator.shrink(first, 10);
    expect(allocator.bytesUsed).toBe(128);
    expect(allocator.allocate(128)).toBe(first);
    allocator.free(second);
    expect(allocator.top).toBe(second);
  });

  test('reaches beyond what 32 bits can say', () => {
    const allocator = new Allocator(BASE);
    const large = allocator.allocate(5 * 2 ** 30);
    expect(allocator.allocate(1)).toBe(large + 5 * 2 ** 30);
  });
});

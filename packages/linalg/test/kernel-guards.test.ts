import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { DesignMatrix, Precision } from '../src/index.js';
import type { KernelEngine } from '../src/kernels/engine.js';
import { KERNEL, type RowArguments, rowIntegers } from '../src/kernels/job-layout.js';
import { lanesFor } from '../src/kernels/lanes.js';
import { rowsOf } from '../src/kernels/row-sums.js';
import { copyDesign } from '../src/kernels/stored-designs.js';
import { backendOn, bytesMatrix, inDoubles, numbers } from './kernel-problem.js';
import { threadless } from './test-platform.js';

const { engine } = backendOn(threadless);
/** What zones are filled with: a number, or NaN, which would show in a result that a zone was read. */
const PATTERNS = [0x25, 0xff];
const GUARD = 192;

/** Memory between zones filled with a pattern that no kernel may touch. */
class GuardedMemory {
  readonly #zones: number[] = [];
  readonly #kept: { readonly address: number; readonly bytes: Uint8Array }[] = [];
  readonly #all: number[] = [];
  readonly #outputs: { readonly address: number; readonly bytes: number }[] = [];

  constructor(
    readonly engine: KernelEngine,
    readonly pattern: number,
  ) {}

  /** Memory for results. */
  output(bytes: number): number {
    const address = this.#reserve(bytes);
    this.engine.memory.u8(address, bytes).fill(0);
    this.#outputs.push({ address, bytes });
    return address;
  }

  /** What the outputs hold. */
  results(): Uint8Array[] {
    return this.#outputs.map(({ address, bytes }) => this.engine.memory.u8(address, bytes).slice());
  }

  /** A copy of an array, which must stay as it is. */
  input(array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array): number {
    const address = this.#reserve(array.byteLength);
    const own = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    this.engine.memory.u8(address, own.length).set(own);
    this.#kept.push({ address, bytes: own.slice() });
    return address;
  }

  #reserve(bytes: number): number {
    this.#zone();
    const address = this.engine.memory.allocate(bytes);
    this.#all.push(address);
    this.#zone();
    this.#tail(address, bytes);
    return address;
  }

  #zone(): void {
    const address = this.engine.memory.allocate(GUARD);
    this.#all.push(address);
    this.engine.memory.u8(address, GUARD).fill(this.pattern);
    this.#zones.push(address);
  }

  /** The bytes up to the next multiple of 64 are nobody's either. */
  #tail(address: number, bytes: number): void {
    const rest = (64 - (bytes % 64)) % 64;
    this.engine.memory.u8(address + bytes, rest).fill(this.pattern);
    this.#kept.push({ address: address + bytes, bytes: new Uint8Array(rest).fill(this.pattern) });
  }

  /** Whether all zones and inputs are as they were. */
  check(): void {
    const untouched = new Uint8Array(GUARD).fill(this.pattern);
    for (const zone of this.#zones) {
      expect(Buffer.compare(this.engine.memory.u8(zone, GUARD), untouched)).toBe(0);
    }
    for (const { address, bytes } of this.#kept) {
      expect(Buffer.compare(this.engine.memory.u8(address, bytes.length), bytes)).toBe(0);
    }
  }

  close(): void {
    this.engine.memory.free(...this.#all);
  }
}

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 12 }),
  classes: fc.integer({ min: 1, max: 17 }),
  rowsPerBlock: fc.integer({ min: 1, max: 12 }),
  density: fc.constantFrom(0, 0.2, 0.7, 1),
  precision: fc.constantFrom<Precision>('single', 'double'),
  weighted: fc.boolean(),
  ordered: fc.boolean(),
});

type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

/** Every way of storing a matrix: dense and CSR, bytes and doubles, narrow and wide indices. */
function forms({ rows, columns, density }: Shape): DesignMatrix[] {
  const { dense, csr } = bytesMatrix(rows, columns, density);
  const wide = {
    ...csr,
    columnIndices: Uint32Array.from((csr as { columnIndices: Uint16Array }).columnIndices),
  };
  const doubles = inDoubles(csr) as typeof wide;
  const narrow = { ...doubles, columnIndices: Uint16Array.from(doubles.columnIndices) };
  return [dense, inDoubles(dense), csr, wide, narrow, doubles] as DesignMatrix[];
}

/** Runs a kernel over rows whose every input and output has guard zones around it. */
async function runGuarded(
  shape: Shape,
  design: DesignMatrix,
  kernel: number,
  own: (guarded: GuardedMemory, blocks: number) => Partial<RowArguments>,
): Promise<void> {
  const results = [];
  for (const pattern of PATTERNS) results.push(await runBetween(pattern, shape, design, kernel, own));
  expect(results[1]).toEqual(results[0]);
}

async function runBetween(
  pattern: number,
  shape: Shape,
  design: DesignMatrix,
  kernel: number,
  own: (guarded: GuardedMemory, blocks: number) => Partial<RowArguments>,
): Promise<Uint8Array[]> {
  const { rows, rowsPerBlock } = shape;
  const guarded = new GuardedMemory(engine, pattern);
  const next = numbers(rows);
  const lanes = lanesFor(shape.classes, shape.precision);
  const stored = copyDesign(engine.memory, design);
  const blocks = Math.ceil(rows / rowsPerBlock);
  const places =
    design.kind === 'dense'
      ? { values: guarded.input(design.data), indices: 0, pointers: 0 }
      : {
          values: guarded.input(design.values),
          indices: guarded.input(design.columnIndices),
          pointers: guarded.input(design.rowPointers),
        };
  const parameters = Float64Array.from({ length: (design.columns + 1) * lanes.width }, () => next() - 0.5);
  const order = Uint32Array.from({ length: rows }, () => Math.floor(rows * next()));
  const integers = rowIntegers({
    ...rowsOf({ ...stored, ...places }, lanes),
    rowsPerBlock,
    weights: guarded.input(lanes.size === 4 ? Float32Array.from(parameters) : parameters),
    rowWeights: shape.weighted ? guarded.input(Float64Array.from(order, next)) : 0,
    order: shape.ordered ? guarded.input(order) : 0,
    ...own(guarded, blocks),
  });
  await engine.run({ kernel, blocks, integers, doubles: [1], work: 1 });
  guarded.check();
  guarded.close();
  engine.memory.free(stored.values, stored.indices, stored.pointers);
  return guarded.results();
}

/** Forms and factors Gram matrices of all rows, forward and backward, between zones of a pattern. */
async function guardedFactors(design: DesignMatrix, pattern: number, parts: number): Promise<Uint8Array[]> {
  const { columns, rows } = design;
  const guarded = new GuardedMemory(engine, pattern);
  const stored = copyDesign(engine.memory, design);
  const size = columns + 1;
  const height = 4 * Math.ceil(size / 4);
  const width = 64 * Math.ceil((4 * height) / 64);
  const output = guarded.output(2 * height * width);
  const matrices = engine.memory.copyIn(Uint32Array.of(output, output + height * width));
  const order = guarded.input(
    Uint32Array.from({ length: 2 * rows }, (_, i) => (i < rows ? i : 2 * rows - 1 - i)),
  );
  const integers = rowIntegers({
    ...rowsOf(stored, lanesFor(1, 'single')),
    rows,
    stride: width,
    output: matrices,
    order,
    parts,
  });
  await engine.run({ kernel: KERNEL.gram, blocks: 2 * parts, integers, doubles: [1], work: 1 });
  const scales = guarded.input(new Float32Array(2 * size).fill(1e-4));
  const failed = guarded.output(8);
  engine.memory.i32(failed, 2).fill(-1);
  const factor = [matrices, width, scales, size, 0, size, failed];
  await engine.run({ kernel: KERNEL.factor, blocks: 2, integers: factor, doubles: [2, 0.1], work: 1 });
  guarded.check();
  expect([...engine.memory.i32(failed, 2)]).toEqual([-1, -1]);
  const results = guarded.results();
  guarded.close();
  engine.memory.free(stored.values, stored.indices, stored.pointers, matrices);
  return results;
}

describe('no kernel over rows writes outside its outputs, or reads outside its inputs:', () => {
  const sums = ({ columns, classes, precision }: Shape, guarded: GuardedMemory, blocks: number): number => {
    const lanes = lanesFor(classes, precision);
    return guarded.output(blocks * (columns + 1) * lanes.stride);
  };
  const targets = ({ rows, classes }: Shape): Int32Array =>
    Int32Array.from({ length: rows }, (_, i) => (5 * i) % classes);

  const KERNELS: [
    string,
    number,
    number,
    (shape: Shape, guarded: GuardedMemory, blocks: number) => Partial<RowArguments>,
  ][] = [
    [
      'scores',
      KERNEL.scores,
      KERNEL.scores,
      ({ rows, classes, precision }, guarded) => ({
        output: guarded.output(rows * lanesFor(classes, precision).stride),
      }),
    ],
    [
      'multinomial',
      KERNEL.multinomialF32,
      KERNEL.multinomialF64,
      (shape, guarded, blocks) => ({
        targets: guarded.input(targets(shape)),
        partials: sums(shape, guarded, blocks),
        losses: guarded.output(8 * blocks),
        curvatures: shape.ordered
          ? 0
          : guarded.output(shape.rows * lanesFor(shape.classes, shape.precision).stride),
      }),
    ],
    [
      'products with the multinomial Hessian',
      KERNEL.multinomialHessianVectorF32,
      KERNEL.multinomialHessianVectorF64,
      (shape, guarded, blocks) => {
        const { width, size } = lanesFor(shape.classes, shape.precision);
        const shares = new Float64Array(shape.rows * width).fill(1 / width);
        return {
          partials: sums(shape, guarded, blocks),
          curvatures: guarded.input(size === 4 ? Float32Array.from(shares) : shares),
        };
      },
    ],
    [
      'one against the rest',
      KERNEL.oneVsRestF32,
      KERNEL.oneVsRestF64,
      (shape, guarded, blocks) => {
        const { width } = lanesFor(shape.classes, shape.precision);
        return {
          targets: guarded.input(targets(shape)),
          partials: sums(shape, guarded, blocks),
          losses: guarded.output(8 * blocks * width),
          positives: guarded.input(Int32Array.from({ length: width }, (_, lane) => lane)),
          sideWeights: guarded.input(new Float64Array(2 * width).fill(1)),
          curvatures: guarded.output(8 * shape.rows * width),
        };
      },
    ],
    [
      'Hessian-vector products',
      KERNEL.hessianVectorF32,
      KERNEL.hessianVectorF64,
      (shape, guarded, blocks) => {
        const { width, size } = lanesFor(shape.classes, shape.precision);
        const curvatures = new Float64Array(shape.rows * width).fill(0.25);
        return {
          partials: sums(shape, guarded, blocks),
          curvatures: guarded.input(size === 4 ? Float32Array.from(curvatures) : curvatures),
        };
      },
    ],
  ];

  test.each(KERNELS)('%s', async (_, single, double, own) => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const kernel = shape.precision === 'single' ? single : double;
        for (const design of forms(shape)) {
          await runGuarded(shape, design, kernel, (guarded, blocks) => own(shape, guarded, blocks));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('Gram matrices of two samples, cut into parts, and their factors', async () => {
    const cuts = fc.record({ shape: shapes, parts: fc.integer({ min: 1, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(cuts, async ({ shape, parts }) => {
        for (const design of forms(shape)) {
          const [first, second] = await Promise.all(
            PATTERNS.map((pattern) => guardedFactors(design, pattern, parts)),
          );
          expect(second).toEqual(first);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('counting and compressing bytes', async () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 1, max: 70 }),
      rowsPerBlock: fc.integer({ min: 1, max: 9 }),
      density: fc.constantFrom(0, 0.1, 0.5, 1),
      wide: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ rows, columns, rowsPerBlock, density, wide }) => {
        const { dense, csr } = bytesMatrix(rows, columns, density);
        if (dense.kind !== 'dense' || csr.kind !== 'csr') throw new Error('two forms');
        const cells = csr.values.length;
        for (const pattern of PATTERNS) {
          const guarded = new GuardedMemory(engine, pattern);
          const source = guarded.input(dense.data);
          const pointers = guarded.output(4 * (rows + 1));
          const values = guarded.output(cells);
          const indices = guarded.output(cells * (wide ? 4 : 2));
          const integers = [rows, columns, source, rowsPerBlock, pointers, values, indices, wide ? 1 : 0];
          const job = { integers, blocks: Math.ceil(rows / rowsPerBlock), work: 1 };
          await engine.run({ kernel: KERNEL.countNonzeros, ...job });
          const counts = engine.memory.u32(pointers, rows + 1);
          for (let i = 0; i < rows; i++) counts[i + 1] += counts[i];
          expect([...counts]).toEqual([...csr.rowPointers]);
          await engine.run({ kernel: KERNEL.compress, ...job });
          guarded.check();
          const found = wide ? engine.memory.u32(indices, cells) : engine.memory.u16(indices, cells);
          expect([...found]).toEqual([...csr.columnIndices]);
          expect([...engine.memory.u8(values, cells)]).toEqual([...csr.values]);
          guarded.close();
        }
      }),
    );
  });

  test('sums of blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (half, blocks, single) => {
          const guarded = new GuardedMemory(engine, PATTERNS[0]);
          const count = 2 * half;
          const values = Float64Array.from({ length: count * blocks }, (_, i) => i);
          const partials = guarded.input(single ? Float32Array.from(values) : values);
          const out = guarded.output(8 * count);
          engine.kernels.sumPartials(partials, count, blocks, single ? 4 : 8, out);
          guarded.check();
          const expected = Array.from({ length: count }, (_, i) =>
            values.reduce((sum, value, at) => sum + (at % count === i ? value : 0), 0),
          );
          expect([...engine.memory.f64(out, count)]).toEqual(expected);
          guarded.close();
        },
      ),
    );
  });
});

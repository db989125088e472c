import fc from 'fast-check';

/** A table of bytes with weights, parameters for `classes` classes and a constant feature that may be absent. */
export const problems = fc
  .record({
    rows: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 1, max: 9 }),
    classes: fc.integer({ min: 2, max: 11 }),
    constant: fc.constantFrom(0, 1, 3),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      table: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 })), {
          minLength: shape.columns,
          maxLength: shape.columns,
        }),
        { minLength: shape.rows, maxLength: shape.rows },
      ),
      numbers: fc.array(fc.double({ min: -0.02, max: 0.02, noNaN: true }), {
        minLength: 10 * 11,
        maxLength: 10 * 11,
      }),
      draws: fc.array(fc.nat(1000), { minLength: shape.rows, maxLength: shape.rows }),
      weighted: fc.boolean(),
    }),
  )
  .map(({ shape, table, numbers, draws, weighted }) => ({
    ...shape,
    table,
    withConstant: shape.constant === 0 ? table : table.map((row) => [...row, shape.constant]),
    draws,
    numbers: Float64Array.from(numbers),
    classTargets: Int32Array.from(draws, (draw) => draw % shape.classes),
    signs: Float64Array.from(draws, (draw) => (draw % 2 === 0 ? 1 : -1)),
    // A third of the rows weighs nothing.
    weights: weighted ? Float64Array.from(draws, (draw) => (draw % 3 === 0 ? 0 : draw / 100)) : undefined,
  }));

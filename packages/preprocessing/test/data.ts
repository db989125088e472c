import fc from 'fast-check';

/** Numbers that data hold: whole ones, halves and doubles of ordinary size. */
const cell = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -9, max: 9 }).map((n) => n / 2),
  fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
);

/** Rows of one length. */
export const rowsOfNumbers = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 20 }),
  );

/** Rows of bytes. */
export const rowsOfBytes = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.uint8Array({ minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 20 }),
  );

/** Rows whose parts differ in size, always the same ones. */
export function someRows(rows = 50): number[][] {
  return Array.from({ length: rows }, (_, i) => [
    Math.sin(i * 12.9898) * 40 + 100,
    Math.cos(i * 78.233) / 1000,
    i % 7,
    5,
  ]);
}

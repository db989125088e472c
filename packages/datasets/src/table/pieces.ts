/** Bytes or characters that are read between two looks at the signal. */
const PIECE = 1 << 16;

/** Cuts a table into pieces. */
export function pieces(table: string): Generator<string>;
export function pieces(table: Uint8Array): Generator<Uint8Array>;
export function pieces(table: string | Uint8Array): Generator<string | Uint8Array>;
export function* pieces(table: string | Uint8Array): Generator<string | Uint8Array> {
  for (let at = 0; at < table.length; at += PIECE) {
    yield typeof table === 'string' ? table.slice(at, at + PIECE) : table.subarray(at, at + PIECE);
  }
}

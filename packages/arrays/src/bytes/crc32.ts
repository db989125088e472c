const TABLE = makeTable();

/** Remainders of the bytes by the polynomial of ISO 3309, in the order of their bits from the lowest. */
function makeTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    table[byte] = remainder;
  }
  return table;
}

/**
 * The checksum CRC-32 of gzip and ZIP, piece by piece.
 *
 * @param bytes the next piece
 * @param before the checksum of what came before, 0 at the beginning
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xff];
  return ~crc >>> 0;
}

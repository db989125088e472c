import { TableError } from './table-error.js';

/**
 * The text of a table's bytes in UTF-8.
 *
 * @throws TableError when they are in another encoding
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new TableError(source, 'encoding', 'the file is in UTF-16; save it as UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TableError(source, 'encoding', 'the file is not in UTF-8; save it as UTF-8');
  }
}

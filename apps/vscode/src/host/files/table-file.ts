/** Whether a file is a table, by its name. */
export function isTable(path: string): boolean {
  return /\.(csv|tsv|txt)(\.gz)?$/i.test(path);
}

/** Bytes in which a table's first line ends. */
const START = 1 << 20;

/** The beginning of a table, gzipped or not, as text; it holds the first line. */
export async function tableStart(bytes: Uint8Array): Promise<string> {
  const isPacked = bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  const start = isPacked ? await unpackedStart(bytes) : bytes.subarray(0, START);
  return new TextDecoder().decode(start);
}

async function unpackedStart(bytes: Uint8Array): Promise<Uint8Array> {
  const packed: ReadableStream<Uint8Array<ArrayBuffer>> = new Blob([bytes.slice()]).stream();
  const unpacked: ReadableStream<Uint8Array> = packed.pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  const start = new Uint8Array(START);
  let length = 0;
  while (length < START) {
    const { value, done } = await reader.read();
    if (done) break;
    const taken = value.subarray(0, START - length);
    start.set(taken, length);
    length += taken.length;
  }
  await reader.cancel();
  return start.subarray(0, length);
}

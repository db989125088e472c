import { deflateRawSync } from 'node:zlib';

import { concat } from './sources.js';

/** An entry of an archive, and where its headers shall lie. */
export interface ZipPart {
  name: string;
  data: Uint8Array;
  /** 0 stored, 8 deflated. Default 0. */
  method?: number;
  flags?: number;
  crc?: number;
  /** What the headers say, when it is not true. */
  size?: number;
  packedSize?: number;
  localName?: string;
  localMethod?: number;
  /** Where the list says that the entry is, when it is elsewhere. */
  offset?: number;
}

function u16(...values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 255, value >> 8]));
}

function u32(...values: number[]): Uint8Array {
  return concat(...values.map((value) => u16(value & 0xffff, value >>> 16)));
}

function u64(value: number): Uint8Array {
  return u32(value % 2 ** 32, Math.floor(value / 2 ** 32));
}

/** CRC-32, bit by bit. */
export function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** An archive, byte by byte as the format's description has it. */
export function zipFile(parts: readonly ZipPart[], comment = ''): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const part of parts) {
    const method = part.method ?? 0;
    const data = method === 8 ? deflateRawSync(part.data) : part.data;
    const name = Buffer.from(part.name);
    const flags = part.flags ?? 0x800;
    const sums = u32(
      part.crc ?? checksum(part.data),
      part.packedSize ?? data.length,
      part.size ?? part.data.length,
    );
    const localName = part.localName === undefined ? name : Buffer.from(part.localName);
    const common = (kind: number, own: Uint8Array) =>
      concat(u16(20, flags, kind, 0, 0x21), sums, u16(own.length, 0));
    const local = concat(u32(0x04034b50), common(part.localMethod ?? method, localName), localName, data);
    directory.push(
      concat(
        u32(0x02014b50),
        u16(20),
        common(method, name),
        u16(0, 0, 0),
        u32(0, part.offset ?? position),
        name,
      ),
    );
    locals.push(local);
    position += local.length;
  }
  const list = concat(...directory);
  const counts = u16(0, 0, parts.length, parts.length);
  const end = concat(
    u32(0x06054b50),
    counts,
    u32(list.length, position),
    u16(comment.length),
    Buffer.from(comment),
  );
  return concat(...locals, list, end);
}

/** The parts of an archive in ZIP64 around one stored entry of any size, whose data begin behind the first. */
export function zip64Around(name: string, size: number, crc: number): [head: Uint8Array, tail: Uint8Array] {
  const big = 0xffffffff;
  const own = Buffer.from(name);
  const extra = concat(u16(1, 16), u64(size), u64(size));
  const common = (length: number) =>
    concat(u16(45, 0x800, 0, 0, 0x21), u32(crc, big, big), u16(own.length, length));
  const head = concat(u32(0x04034b50), common(extra.length), own, extra);
  const list = concat(u32(0x02014b50), u16(45), common(extra.length), u16(0, 0, 0), u32(0, 0), own, extra);
  const listAt = head.length + size;
  const end64 = concat(
    u32(0x06064b50),
    u64(44),
    u16(45, 45),
    u32(0, 0),
    u64(1),
    u64(1),
    u64(list.length),
    u64(listAt),
  );
  const locator = concat(u32(0x07064b50, 0), u64(listAt + list.length), u32(1));
  const end = concat(u32(0x06054b50), u16(0, 0, 0xffff, 0xffff), u32(big, big), u16(0));
  return [head, concat(list, end64, locator, end)];
}

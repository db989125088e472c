/** The element types of IDX files. */
export type IdxType = 'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64';

/** The arrays that hold them. */
export type IdxData = Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** One element type: its code in the file, its bytes, and how its big-endian bytes become numbers. */
export interface IdxElementType {
  readonly name: IdxType;
  readonly size: number;
  readonly decode: (bytes: Uint8Array) => IdxData;
}

/** By the third byte of the magic number. */
export const ELEMENT_TYPES: ReadonlyMap<number, IdxElementType> = new Map<number, IdxElementType>([
  [0x08, { name: 'uint8', size: 1, decode: (bytes) => bytes }],
  [
    0x09,
    {
      name: 'int8',
      size: 1,
      decode: (bytes) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    },
  ],
  [0x0b, wide('int16', Int16Array, (view, at) => view.getInt16(at))],
  [0x0c, wide('int32', Int32Array, (view, at) => view.getInt32(at))],
  [0x0d, wide('float32', Float32Array, (view, at) => view.getFloat32(at))],
  [0x0e, wide('float64', Float64Array, (view, at) => view.getFloat64(at))],
]);

/** An array of more than one byte an element. */
type WideArray = Exclude<IdxData, Uint8Array | Int8Array>;

function wide(
  name: IdxType,
  Elements: { new (length: number): WideArray; readonly BYTES_PER_ELEMENT: number },
  read: (view: DataView, at: number) => number,
): IdxElementType {
  const size = Elements.BYTES_PER_ELEMENT;
  const decode = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const elements = new Elements(bytes.byteLength / size);
    for (let i = 0; i < elements.length; i++) elements[i] = read(view, i * size);
    return elements;
  };
  return { name, size, decode };
}

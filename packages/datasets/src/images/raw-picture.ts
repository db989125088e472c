/** A picture as a library decodes it. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  /** The values of its pixels, row after row. */
  readonly data: Uint8Array | Uint8ClampedArray | Uint16Array;
  /** Values of a pixel; fast-png alone says so. */
  readonly channels?: number;
  /** The colours of which `data` holds the numbers. */
  readonly palette?: readonly (readonly number[])[];
}

/** The libraries that decode. Each has a `decode` that takes bytes and options of its own. */
export type DecodingLibrary = 'fast-png' | 'jpeg-js';

/** Has a library decode a file. Rejects with what the library throws. */
export type DecodeRaw = (library: DecodingLibrary, bytes: Uint8Array, options: object) => Promise<RawPicture>;

/** What decoding needs of those who ask for it. */
export interface Decoding {
  readonly decodeRaw: DecodeRaw;
  /** Stops it. */
  readonly signal: AbortSignal | undefined;
}

/** Decodes on the thread that asks: it does nothing else meanwhile. */
export const decodeHere: DecodeRaw = async (library, bytes, options) => {
  const { decode } = library === 'fast-png' ? await import('fast-png') : await import('jpeg-js');
  return (decode as (bytes: Uint8Array, options: object) => RawPicture)(bytes, options);
};

import { MNIST_FILES } from '@tenfold/datasets';

/** Where MNIST is. */
export type MnistState = 'extension' | 'dataHome' | 'missing';

/** A gzipped file to download. */
export interface PackedFile {
  /** Its name, packed. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  readonly sha256: string;
}

/** MNIST's four files as mirrors have them. */
export const PACKED_FILES: readonly PackedFile[] = MNIST_FILES.map(({ name, size, sha256 }) => {
  return { name: `${name}.gz`, size, sha256 };
});

/** Bytes of all four files as they are sent, about. */
export const DOWNLOAD_BYTES = 11_594_722;

import { MNIST_FILES, type MnistFileBytes } from '@tenfold/datasets';

/**
 * Reads MNIST's four files.
 *
 * @param read gives the bytes of one, by its name
 */
export async function readMnistFiles(read: (name: string) => Promise<Uint8Array>): Promise<MnistFileBytes> {
  const files: Partial<MnistFileBytes> = {};
  await Promise.all(
    MNIST_FILES.map(async ({ key, name }) => {
      files[key] = await read(`${name}.gz`);
    }),
  );
  return files as MnistFileBytes;
}

import { createKernelBackend, type DesignMatrix, type KernelBackend } from '@tenfold/linalg';

/**
 * Runs a job twice on kernels of its own, whose memory nothing else fills and no collected matrix empties. The first
 * time the kernels may take what they keep for themselves.
 *
 * @returns the bytes that the second time leaves in use beyond those of the design matrix
 */
export async function bytesKept(
  design: DesignMatrix,
  job: (backend: KernelBackend) => Promise<void>,
): Promise<number> {
  const backend = createKernelBackend({ threads: 1 });
  try {
    await job(backend);
    backend.rows.release(design);
    const before = backend.bytesUsed;
    await job(backend);
    backend.rows.release(design);
    return backend.bytesUsed - before;
  } finally {
    await backend.close();
  }
}

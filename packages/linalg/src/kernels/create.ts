import { platform } from '#platform';

import { KernelEngine } from './engine.js';
import { KernelBackend } from './kernel-backend.js';
import { StoredDesigns } from './stored-designs.js';

/** How kernels run. */
export interface KernelOptions {
  /** Most threads to use, 1 or more; as many as there are processors when left out. Never changes a result. */
  threads?: number | undefined;
}

/**
 * Kernels with a memory and threads of their own: for whoever wants to end them (`close`) or to keep them apart.
 * Everybody else shares those of `kernelBackend`.
 *
 */
export function createKernelBackend(options: KernelOptions = {}): KernelBackend {
  return backendOn(new KernelEngine(platform), options.threads);
}

function backendOn(engine: KernelEngine, threads?: number): KernelBackend {
  return new KernelBackend(engine, new StoredDesigns(engine.memory), threads);
}

let sharedEngine: KernelEngine | undefined;
let shared: KernelBackend | undefined;

/** The memory and threads behind `kernelBackend`. */
export function kernelEngine(): KernelEngine {
  return (sharedEngine ??= new KernelEngine(platform));
}

/**
 * The kernels that all of a process share: made when first asked for, and threads only when a job is large enough.
 * They do not keep the process alive.
 *
 * @param threads most threads to use, 1 or more; as many as there are processors when left out
 */
export function kernelBackend(threads?: number): KernelBackend {
  shared ??= backendOn(kernelEngine());
  return shared.withThreads(threads);
}

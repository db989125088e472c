import type { KernelEngine } from './engine.js';
import type { StoredDesigns } from './stored-designs.js';

/** What the operations of a `KernelBackend` work with. */
export interface KernelParts {
  readonly engine: KernelEngine;
  /** Matrices in its memory. */
  readonly designs: StoredDesigns;
  /** Most threads to use, 1 or more; as many as there are processors when undefined. */
  readonly threads: number | undefined;
}

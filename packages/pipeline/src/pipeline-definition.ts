import type { AnyDefinition } from '@tenfold/base';

import type { Parts } from './parts.js';

/** What the definition of a pipeline has beside that of its kind. */
export interface PipelineDefinition {
  readonly parts: Parts;
}

/** Whether a definition is that of a pipeline. */
export function isPipelineDefinition<Definition extends AnyDefinition>(
  definition: Definition,
): definition is Definition & PipelineDefinition {
  return 'parts' in definition;
}

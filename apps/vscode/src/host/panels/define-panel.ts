import type * as v from 'valibot';

import type { Contract } from '../../protocol/channel.js';
import type { Panel } from '../services.js';

/** Keeps a panel's types together. */
export function definePanel<Source extends v.GenericSchema, C extends Contract>(
  panel: Panel<Source, C>,
): Panel<Source, C> {
  return panel;
}

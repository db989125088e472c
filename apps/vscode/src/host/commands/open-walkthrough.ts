import { openWalkthrough } from '../shared/walkthrough.js';
import type { Command } from './command.js';

/** Opens the walkthrough. */
export const openWalkthroughCommand: Command = {
  id: 'openWalkthrough',
  run: ({ context }) => openWalkthrough(context.extension.id),
};

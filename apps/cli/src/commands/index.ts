import { compare } from './compare/index.js';
import { complete, completion } from './completion/index.js';
import { datasets } from './datasets/index.js';
import { estimators } from './estimators/index.js';
import { evaluate } from './evaluate/index.js';
import { misclassified } from './misclassified/index.js';
import { predict } from './predict/index.js';
import { runs } from './runs/index.js';
import { show } from './show/index.js';
import { train } from './train/index.js';
import { tutorial } from './tutorial/index.js';
import type { CommandDefinition } from '../definition.js';

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  tutorial,
  datasets,
  show,
  train,
  predict,
  evaluate,
  misclassified,
  compare,
  estimators,
  runs,
  completion,
  complete,
];

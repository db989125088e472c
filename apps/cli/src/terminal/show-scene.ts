import { type Scene, toTerminal } from 'tenfold';

import type { Output } from './output.js';

/** Prints a scene into the terminal: in colour where it has some, in characters where not. */
export function showScene(out: Output, scene: Scene, { title = true } = {}): void {
  const color = out.colourDepth >= 24 ? 'truecolor' : out.colourDepth >= 8 ? '256' : 'none';
  out.print(toTerminal(scene, { columns: out.width, color, title }).trimEnd());
}

import { checkBoolean, checkInteger, checkNames, checkOneOf } from '@tenfold/core';

import { checkScene } from '../../check-scene.js';
import type { Picture, Scene } from '../../scene.js';
import { barLines } from './bar-lines.js';
import { curveLines } from './curve-lines.js';
import { heatmapLines } from './heatmap-lines.js';
import { imageLines } from './image-lines.js';
import { fitCells } from './cells.js';
import { makePen, type TerminalColor, type TerminalSetup } from './pen.js';

/** The options of `toTerminal`. */
export interface TerminalOptions {
  /** Width of the terminal in characters, 20 to 1000. Default 80. */
  columns?: number;
  /**
   * 'truecolor' and '256' draw with half blocks and escape sequences; 'none' draws with ASCII only and sends no
   * escape sequence. Default 'none'.
   */
  color?: TerminalColor;
  /** Whether the scene's title stands above. Default true. */
  title?: boolean;
}

/**
 * A scene as lines of text for a terminal or a plain file. It is laid out afresh from what the scene shows: images
 * in half blocks, a confusion matrix as coloured cells, curves in Braille dots, results as bars.
 *
 * @returns lines that end in a line feed, none wider than `columns`
 * @throws ParameterError when it is no scene, or an option is unknown or outside its range
 */
export function toTerminal(scene: Scene, options: TerminalOptions = {}): string {
  checkScene('toTerminal', scene);
  checkNames('toTerminal', options, ['columns', 'color', 'title']);
  const columns = checkInteger('toTerminal', 'columns', options.columns ?? 80, { min: 20, max: 1000 });
  const color = checkOneOf('toTerminal', 'color', options.color ?? 'none', ['truecolor', '256', 'none']);
  const setup: TerminalSetup = { columns, color, pen: makePen(color) };
  const hasTitle = checkBoolean('toTerminal', 'title', options.title ?? true);
  const heading = !hasTitle ? [] : [setup.pen.bold(fitCells(scene.title, columns)), ''];
  return [...heading, ...pictureLines(scene.picture, setup), ''].join('\n');
}

function pictureLines(picture: Picture, setup: TerminalSetup): string[] {
  switch (picture.kind) {
    case 'images':
      return imageLines(picture, setup);
    case 'heatmap':
      return heatmapLines(picture, setup);
    case 'curves':
      return curveLines(picture, setup);
    case 'bars':
      return barLines(picture, setup);
  }
}

import { advances } from '../fonts/advances.js';

const FIRST = 0x20;

/**
 * The width of a text in the font Inter, in the unit of `size`. Characters beyond ASCII are taken as wide as a
 * wide letter: East Asian ones as a full em.
 */
export function measureText(text: string, size: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character.codePointAt(0) ?? FIRST, weight);
  return (thousandths * size) / 1000;
}

function advance(codePoint: number, weight: 400 | 600): number {
  const table = advances[weight];
  if (codePoint >= FIRST && codePoint < FIRST + table.length) return table[codePoint - FIRST];
  return codePoint >= 0x1100 ? 1000 : 680;
}

/** A text cut so that it is no wider than `width`, with an ellipsis where something was cut. */
export function fitText(text: string, size: number, width: number, weight: 400 | 600 = 400): string {
  if (measureText(text, size, weight) <= width) return text;
  const room = width - measureText('…', size, weight);
  let fitting = '';
  let used = 0;
  for (const character of text) {
    used += measureText(character, size, weight);
    if (used > room) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}…`;
}

/** The largest size up to `size` and down to `smallest` at which a text is no wider than `width`. */
export function fitSize(
  text: string,
  size: number,
  width: number,
  smallest: number,
  weight: 400 | 600 = 400,
): number {
  const natural = measureText(text, size, weight);
  if (natural <= width) return size;
  return Math.max(smallest, Math.floor((size * width * 10) / natural) / 10);
}

/** Red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

const WHITE: Color = [255, 255, 255];
const BLACK: Color = [0, 0, 0];

/** The least contrast of text that WCAG 2.2 accepts at level AA. */
export const READABLE = 4.5;

/** The least contrast of lines and areas that carry meaning (WCAG 2.2, 1.4.11). */
export const VISIBLE = 3;

/**
 * Reads a colour of a theme: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` or `rgba(…)`.
 *
 * @param text what the theme says
 * @param ground what shines through where it is not opaque
 * @returns the colour; undefined when the text is no colour
 */
export function parseColor(text: string, ground: Color = BLACK): Color | undefined {
  const parts = hexParts(text.trim()) ?? functionParts(text.trim());
  if (parts === undefined) return undefined;
  const [red, green, blue, alpha] = parts;
  return mix(ground, [red, green, blue], alpha);
}

/** As `parseColor`, but whatever is not opaque counts as if it were. */
export function parseOpaque(text: string): Color | undefined {
  const parts = hexParts(text.trim()) ?? functionParts(text.trim());
  return parts === undefined ? undefined : [parts[0], parts[1], parts[2]];
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number];

function hexParts(text: string): Parts | undefined {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(text)?.at(1);
  if (digits === undefined || digits.length === 5 || digits.length === 7) return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const at = (index: number): number => {
    const part = digits.slice(index * size, (index + 1) * size);
    return part === '' ? 255 : Number.parseInt(size === 1 ? part + part : part, 16);
  };
  return [at(0), at(1), at(2), at(3) / 255];
}

function functionParts(text: string): Parts | undefined {
  const inside = /^rgba?\(([^)]*)\)$/i.exec(text)?.at(1);
  const numbers = inside?.split(/[\s,/]+/).map(Number);
  if (numbers === undefined || numbers.length < 3 || numbers.some(Number.isNaN)) return undefined;
  return [numbers[0], numbers[1], numbers[2], numbers.at(3) ?? 1];
}

/** The colour that lies `amount` (0 to 1) of the way from one to another. */
export function mix(from: Color, to: Color, amount: number): Color {
  const part = (channel: 0 | 1 | 2): number => from[channel] + (to[channel] - from[channel]) * amount;
  return [part(0), part(1), part(2)];
}

/** A colour as CSS writes it. */
export function cssColor(color: Color): string {
  const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');
  return `#${color.map(hex).join('')}`;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(first: Color, second: Color): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Color): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The first of the inks that can be read on a ground; otherwise black or white, one of which always can. */
export function readableInk(ground: Color, ...inks: readonly Color[]): Color {
  const best = contrast(ground, WHITE) > contrast(ground, BLACK) ? WHITE : BLACK;
  return inks.find((ink) => contrast(ground, ink) >= READABLE) ?? best;
}

/** A colour that stands out from a ground: itself, or moved towards black or white until its contrast suffices. */
export function visibleOn(ground: Color, color: Color, least: number = VISIBLE): Color {
  const goal = contrast(ground, WHITE) > contrast(ground, BLACK) ? WHITE : BLACK;
  for (let amount = 0; amount < 1; amount += 0.05) {
    const moved = mix(color, goal, amount);
    if (contrast(ground, moved) >= least) return moved;
  }
  return goal;
}

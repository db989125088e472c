import { Ansis } from 'ansis';
import chroma from 'chroma-js';

/** What colours a terminal has. */
export type TerminalColor = 'truecolor' | '256' | 'none';

/** Writes text in colours, or plainly where there are none. */
export interface Pen {
  bold(text: string): string;
  dim(text: string): string;
  /** Text in a colour, `#rrggbb`. */
  ink(text: string, color: string): string;
  /** Text in a colour on another. */
  paint(text: string, color: string, background: string): string;
}

/** What every part of the terminal renderer is given. */
export interface TerminalSetup {
  readonly columns: number;
  readonly color: TerminalColor;
  readonly pen: Pen;
}

/** Near black or white may be the terminal's own background: its own ink is surer. */
function isExtreme(color: string): boolean {
  const luminance = chroma(color).luminance();
  return luminance < 0.03 || luminance > 0.8;
}

const LEVELS = { none: 0, '256': 2, truecolor: 3 } as const;

/** The pen for a terminal; it never looks at the environment. */
export function makePen(color: TerminalColor): Pen {
  const ansi = new Ansis(LEVELS[color]);
  return {
    bold: (text) => ansi.bold(text),
    dim: (text) => ansi.dim(text),
    ink: (text, ink) => (isExtreme(ink) ? text : ansi.hex(ink)(text)),
    paint: (text, ink, background) => ansi.bgHex(background).hex(ink)(text),
  };
}

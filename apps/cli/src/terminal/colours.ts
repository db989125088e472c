import { Ansis } from 'ansis';
import type { WriteStream } from 'node:tty';

/** How many bits of colour a stream shows: 1 (none), 4, 8 or 24. */
export type ColourDepth = 1 | 4 | 8 | 24;

/** The properties of a stream that decide its colours. */
type Stream = Partial<Pick<WriteStream, 'isTTY' | 'getColorDepth'>>;

/** A palette that paints only where the stream can show it. */
export type Colours = Pick<Ansis, 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'>;

/** The palette of a stream. */
export function coloursOf(stream: Stream, env?: NodeJS.ProcessEnv): Colours {
  return paletteOf(colourDepth(stream, env));
}

/** The palette of a colour depth. */
export function paletteOf(depth: ColourDepth): Colours {
  return new Ansis(levels[depth]);
}

const levels = { 1: 0, 4: 1, 8: 2, 24: 3 } as const;

/**
 * How many bits of colour a stream shows. `NO_COLOR` takes all away. `FORCE_COLOR` gives what it names, in pipes too:
 * 0 or false none, 1 sixteen colours, 2 256, 3 all; anything else what the terminal has, sixteen at least. Either
 * counts when it is not empty. Without them a terminal shows what it can, and a pipe or a file nothing.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function colourDepth(stream: Stream, env: NodeJS.ProcessEnv = process.env): ColourDepth {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', ...others } = env;
  if (no !== '') return 1;
  if (force === '') return ownDepth(stream, others);
  return named[force] ?? (Math.max(4, ownDepth(stream, others)) as ColourDepth);
}

const named: Readonly<Record<string, ColourDepth | undefined>> = {
  '0': 1,
  false: 1,
  '1': 4,
  '2': 8,
  '3': 24,
};

function ownDepth(stream: Stream, env: NodeJS.ProcessEnv): ColourDepth {
  // isTTY is missing on a pipe.
  return stream.isTTY === true ? ((stream.getColorDepth?.(env) ?? 1) as ColourDepth) : 1;
}

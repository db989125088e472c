import { plainText } from '@tenfold/core';
import { stringifyChunked } from '@discoveryjs/json-ext';
import type { WriteStream } from 'node:tty';

import { type ColourDepth, colourDepth, type Colours, paletteOf } from './colours.js';
import { writeSlowly } from './flow.js';
import { safeLines } from './safe-lines.js';
import { widthOf } from './width.js';

/** What a command may print. */
export interface OutputOptions {
  /** One JSON object on standard output, and nothing else there. */
  json: boolean;
  /** Results and errors only: no asides, no progress. */
  quiet: boolean;
  /** Whether progress may be shown on a terminal. */
  progress: boolean;
}

/** Where a command's words go: results to standard output, everything else to standard error. */
export class Output {
  /** Colours for standard output. */
  readonly colours: Colours;
  /** Colours for standard error. */
  readonly errorColours: Colours;
  /** How many bits of colour standard output shows: 1 (none), 4, 8 or 24. */
  readonly colourDepth: ColourDepth;
  readonly #errorDepth: ColourDepth;
  #result: object | undefined;

  constructor(
    readonly options: OutputOptions,
    readonly stdout: WriteStream = process.stdout,
    readonly stderr: WriteStream = process.stderr,
  ) {
    this.colourDepth = colourDepth(stdout);
    this.#errorDepth = colourDepth(stderr);
    this.colours = paletteOf(this.colourDepth);
    this.errorColours = paletteOf(this.#errorDepth);
  }

  /** Whether a person reads the results on a terminal, and not a script in JSON. */
  get isTerminal(): boolean {
    return this.stdout.isTTY && !this.options.json;
  }

  /** The terminal's width, from 20 to 1000; 80 where there is none. */
  get width(): number {
    return widthOf(this.stdout);
  }

  /** Prints lines of the result for a person. With --json they are left out: the object says it all. */
  print(text = ''): void {
    if (!this.options.json) this.stdout.write(this.#lines(text));
  }

  /**
   * Prints many lines of the result for a person, and waits until the stream can take more.
   *
   * @throws the signal's reason when it is aborted
   */
  async printSlowly(text: string, signal: AbortSignal): Promise<void> {
    if (!this.options.json) await writeSlowly(this.stdout, this.#lines(text), signal);
  }

  /** Prints something that is not the result itself: where a file went, what to try next. */
  aside(text: string): void {
    if (this.options.quiet) return;
    if (this.options.json) this.#printError(text);
    else this.print(text);
  }

  /** Prints a warning to standard error, and what may be done about it: a line each. */
  warn(text: string, hint?: string): void {
    const { yellow, dim } = this.errorColours;
    this.#printError(`${yellow('warning:')} ${plainText(text)}`);
    if (hint !== undefined) this.#printError(dim(plainText(hint)));
  }

  /** Gives the one JSON object. It is printed when the command is done; without --json it is not. */
  result(value: object): void {
    this.#result = value;
  }

  /**
   * Prints the JSON object, piece by piece, when there is one to print.
   *
   * @throws the signal's reason when it is aborted
   */
  async finish(signal: AbortSignal): Promise<void> {
    if (!this.options.json || this.#result === undefined) return;
    // In JSON an escape is the character itself.
    for (const piece of stringifyChunked(this.#result, { highWaterMark: 65_536 }))
      await writeSlowly(this.stdout, plainText(piece), signal);
    await writeSlowly(this.stdout, '\n', signal);
  }

  #lines(text: string): string {
    return safeLines(`${text}\n`, this.colourDepth > 1);
  }

  #printError(text: string): void {
    this.stderr.write(safeLines(`${text}\n`, this.#errorDepth > 1));
  }
}

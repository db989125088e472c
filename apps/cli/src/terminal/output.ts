import pc from 'picocolors';
import type { WriteStream } from 'node:tty';

/** How a command may speak. */
export interface OutputOptions {
  /** One JSON object on standard output, and nothing else there. */
  json: boolean;
  /** Results and errors only: no asides, no progress. */
  quiet: boolean;
  /** Whether progress may be shown on a terminal. */
  progress: boolean;
}

/** A palette that paints only where the stream can show it. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Where a command's words go: results to standard output, everything else to standard error. */
export class Output {
  /** Colours for standard output. */
  readonly colours: Colours;
  /** Colours for standard error. */
  readonly errorColours: Colours;

  constructor(
    readonly options: OutputOptions,
    readonly stdout: WriteStream = process.stdout,
    readonly stderr: WriteStream = process.stderr,
  ) {
    this.colours = pc.createColors(depthOf(stdout) > 1);
    this.errorColours = pc.createColors(depthOf(stderr) > 1);
  }

  /** Whether a person reads the results on a terminal, and not a script in JSON. */
  get isTerminal(): boolean {
    return this.stdout.isTTY && !this.options.json;
  }

  /** The terminal's width; 80 where there is none. */
  get width(): number {
    return this.stdout.isTTY ? this.stdout.columns : 80;
  }

  /** How many bits of colour standard output shows: 1 (none), 4, 8 or 24. */
  get colourDepth(): number {
    return depthOf(this.stdout);
  }

  /** Prints lines of the result for a person. With --json they are left out: the object says it all. */
  print(text = ''): void {
    if (!this.options.json) this.stdout.write(`${text}\n`);
  }

  /** Prints something that is not the result itself: where a file went, what to try next. */
  aside(text: string): void {
    if (this.options.quiet) return;
    if (this.options.json) this.stderr.write(`${text}\n`);
    else this.stdout.write(`${text}\n`);
  }

  /** Prints a warning to standard error, and what may be done about it. */
  warn(text: string, hint?: string): void {
    const { yellow, dim } = this.errorColours;
    this.stderr.write(`${yellow('warning:')} ${text}\n`);
    if (hint !== undefined) this.stderr.write(`${dim(hint)}\n`);
  }

  /** Prints the one JSON object. Without --json it does nothing. */
  result(value: object): void {
    if (this.options.json) this.stdout.write(`${JSON.stringify(value)}\n`);
  }
}

// Node's own reading of NO_COLOR, FORCE_COLOR and TERM.
function depthOf(stream: WriteStream): number {
  return stream.isTTY ? stream.getColorDepth() : 1;
}

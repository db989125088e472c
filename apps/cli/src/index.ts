import pc from 'picocolors';

import { explain, type Ending } from './explain.js';
import { Stopped, stopWhenAsked } from './stopping.js';

/**
 * Runs the command line: its errors become plain lines on standard error and an exit code.
 *
 * @param argv the arguments behind the program's name
 * @returns the exit code: 0 done, 1 the job failed, 2 wrong usage, 130 stopped by Ctrl-C
 */
export async function main(argv: string[]): Promise<number> {
  if (argv.includes('--no-color')) forbidColours();
  const controller = new AbortController();
  const stopListening = stopWhenAsked(controller);
  try {
    const { runCommandLine } = await import('./cli.js');
    await runCommandLine(argv, controller.signal);
    controller.signal.throwIfAborted();
    return 0;
  } catch (error) {
    // A job may wrap the reason it was stopped for; the reason is what counts.
    const cause: unknown = controller.signal.aborted ? controller.signal.reason : error;
    return report(
      explain(
        cause,
        argv.find((word) => !word.startsWith('-')),
      ),
      error,
      argv,
    );
  } finally {
    stopListening();
  }
}

function report({ exitCode, message, hint, bug = false }: Ending, error: unknown, argv: string[]): number {
  const debug = argv.includes('--debug') && !(error instanceof Stopped);
  if (message !== '') {
    // isTTY is missing on a pipe, and a missing argument would let picocolors decide, which colours wherever CI is set.
    const coloured = process.stderr.isTTY ? process.stderr.hasColors() : false;
    const { red, dim } = pc.createColors(coloured);
    const advice = bug ? 'this is a bug in tenfold; please report it with what --debug prints' : hint;
    process.stderr.write(`${red('error:')} ${message}\n`);
    if (advice !== undefined) process.stderr.write(`${dim(advice)}\n`);
  }
  if (debug && message !== '' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return exitCode;
}

// Every library that colours looks at these two before anything is printed.
function forbidColours(): void {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}

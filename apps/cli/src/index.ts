import { plainText } from '@tenfold/core';

import { explain, type ExitReport } from './explain.js';
import { listenForStop, Stopped } from './stopping.js';
import { coloursOf } from './terminal/colours.js';
import { flushed } from './terminal/flow.js';

/**
 * Runs the command line: its errors become plain lines on standard error and an exit code.
 *
 * @param argv the arguments behind the program's name
 * @returns the exit code: 0 done, 1 the job failed, 2 wrong usage, 130 stopped by Ctrl-C
 */
export async function main(argv: string[]): Promise<number> {
  if (argv.includes('--no-color')) forbidColours();
  const controller = new AbortController();
  const stopping = listenForStop(controller);
  try {
    const exitCode = await run(argv, controller.signal);
    await flushed(process.stderr, controller.signal);
    return exitCode === 0 && stopping.stderrFailed ? 1 : exitCode;
  } finally {
    stopping.end();
  }
}

async function run(argv: string[], signal: AbortSignal): Promise<number> {
  let ending: ExitReport = { exitCode: 0, message: '' };
  let thrown: unknown;
  const note = (error: unknown): void => {
    // A job may wrap the reason it was stopped for; the reason is what counts.
    const cause: unknown = signal.aborted ? signal.reason : error;
    thrown = error;
    ending = explain(cause, argv[0]);
  };
  try {
    const { runCommandLine } = await import('./cli.js');
    await runCommandLine(argv, signal);
  } catch (error) {
    note(error);
  }
  // Help was asked for, or a result was printed: it counts when it has left the process.
  await flushed(process.stdout, signal);
  if (ending.exitCode === 0 && signal.aborted) note(signal.reason);
  report(ending, thrown, argv);
  return ending.exitCode;
}

function report({ message, hint, bug = false }: ExitReport, error: unknown, argv: string[]): void {
  if (message === '') return;
  const { red, dim } = coloursOf(process.stderr);
  const advice = bug ? 'this is a bug in tenfold; please report it with what --debug prints' : hint;
  process.stderr.write(`${red('error:')} ${plainText(message)}\n`);
  if (advice !== undefined) process.stderr.write(`${dim(plainText(advice))}\n`);
  if (argv.includes('--debug') && error instanceof Error && !(error instanceof Stopped))
    process.stderr.write(`${plainLines(error.stack ?? '')}\n`);
}

function plainLines(text: string): string {
  return text.split('\n').map(plainText).join('\n');
}

// All colour libraries read these two variables when they are loaded.
function forbidColours(): void {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}

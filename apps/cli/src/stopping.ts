/** Why a job was stopped from outside, and the exit code that says so. */
export class Stopped extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = 'Stopped';
  }
}

// A job that does not give the event loop back within this time is ended without being asked again.
const grace = 800;

/**
 * Aborts the controller on Ctrl-C, on a termination signal and when the reader of a pipe has gone. A second
 * Ctrl-C ends the process at once.
 *
 * @returns a function that takes the listeners off again
 */
export function stopWhenAsked(controller: AbortController): () => void {
  const stop = (reason: Stopped): void => {
    if (controller.signal.aborted) process.exit(reason.exitCode);
    controller.abort(reason);
    setTimeout(() => process.exit(reason.exitCode), grace).unref();
  };
  const interrupt = () => stop(new Stopped('stopped', 130));
  const terminate = () => stop(new Stopped('stopped', 143));
  const pipe = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (!controller.signal.aborted) stop(new Stopped('the reader has gone', 0));
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', terminate);
  process.stdout.on('error', pipe);
  process.stderr.on('error', pipe);
  return () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', terminate);
  };
}

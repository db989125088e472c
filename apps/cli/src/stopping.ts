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

/** Standard output cannot be written: the disk that it goes to is full, for instance. */
export class UnwritableOutput extends Error {
  readonly kind = 'outside';

  constructor(override readonly cause: NodeJS.ErrnoException) {
    super('standard output cannot be written');
    this.name = 'UnwritableOutput';
  }
}

/** The listeners for signals and broken streams of a running command. */
export interface StopListeners {
  /** Whether a write to standard error failed. */
  readonly stderrFailed: boolean;
  /** Takes the listeners for signals off again. */
  end(): void;
}

// Milliseconds after which the process exits though the job has not ended.
const exitDelay = 800;

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Aborts the controller on Ctrl-C, on a signal that ends, and when standard output takes no more: silently when the
 * reader of a pipe has gone, and with an error otherwise. A second Ctrl-C ends the process at once. What cannot be
 * written to standard error is lost; it is noted.
 */
export function listenForStop(controller: AbortController): StopListeners {
  let stderrFailed = false;
  const stop = (reason: Stopped): void => {
    if (controller.signal.aborted) process.exit(reason.exitCode);
    controller.abort(reason);
    setTimeout(() => process.exit(reason.exitCode), exitDelay).unref();
  };
  const failed = (error: NodeJS.ErrnoException): void => {
    if (controller.signal.aborted) return;
    if (error.code === 'EPIPE') stop(new Stopped('the reader has gone', 0));
    else controller.abort(new UnwritableOutput(error));
  };
  const listeners = Object.entries(signals).map(([name, exitCode]) => {
    return [name, () => stop(new Stopped('stopped', exitCode))] as const;
  });
  for (const [name, listener] of listeners) process.on(name, listener);
  process.stdout.on('error', failed);
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') failed(error);
    else stderrFailed = true;
  });
  return {
    get stderrFailed() {
      return stderrFailed;
    },
    end() {
      for (const [name, listener] of listeners) process.off(name, listener);
    },
  };
}

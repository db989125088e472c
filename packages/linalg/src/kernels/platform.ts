/** What the kernels need from where they run: threads. Implemented in `node/` and `browser/`. */
export interface Platform {
  /** How many threads can run at once here, 1 or more; limits on the process's CPU time count. */
  availableThreads(): number;

  /**
   * Starts a thread that runs a program in plain JavaScript, which finds `data` in `self.tenfold`.
   *
   * @throws when threads cannot be started here
   */
  startThread(program: string, data: unknown): PlatformThread;
}

/** A thread that was started. */
export interface PlatformThread {
  /** Called once when the thread has ended for whatever reason. */
  onExit(listener: () => void): void;
  /** Whether the thread keeps the process alive. */
  hold(alive: boolean): void;
  /** Ends the thread. */
  stop(): Promise<void>;
}

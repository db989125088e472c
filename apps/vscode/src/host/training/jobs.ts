import type { ProgressFigure, TrainingPoint, TrainingProgress } from '../../protocol/training.js';

/** Where a job stands. */
export type JobState =
  | { readonly kind: 'running'; readonly phase: TrainingProgress['phase'] }
  /** `run` is the text of the run folder's URI, or null when none was kept. */
  | { readonly kind: 'done'; readonly run: string | null; readonly accuracy: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

/** A training job: its title, its state and every iteration so far. It does not depend on VS Code. */
export class Job {
  readonly #stop = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #points: TrainingPoint[] = [];
  #state: JobState = { kind: 'running', phase: 'loading' };
  #problems = 1;

  /**
   * @param id tells it from the others of this window
   * @param title what is trained on what
   * @param figures what its fit reports after each iteration; none when it has no iterations
   */
  constructor(
    readonly id: string,
    readonly title: string,
    readonly figures: readonly ProgressFigure[],
  ) {}

  /** Whether its fit reports iterations. */
  get hasCurve(): boolean {
    return this.figures.length > 0;
  }

  /** Every iteration so far; it only grows. */
  get points(): readonly TrainingPoint[] {
    return this.#points;
  }

  get state(): JobState {
    return this.#state;
  }

  /** How many problems are solved side by side: one, or with one-vs-rest one a class. */
  get problems(): number {
    return this.#problems;
  }

  get isRunning(): boolean {
    return this.#state.kind === 'running';
  }

  /** Aborted when the job is to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Stops the job; one that has ended stays as it is. */
  stop(): void {
    if (this.isRunning) this.#stop.abort();
  }

  /** Takes in what the worker tells. */
  tell(progress: TrainingProgress): void {
    if (!this.isRunning) return;
    if (progress.phase === 'fitting') {
      this.#problems = progress.problems;
      for (const point of progress.points) this.#points.push(point);
    }
    this.#set({ kind: 'running', phase: progress.phase });
  }

  /** Ends the job. */
  end(state: Exclude<JobState, { kind: 'running' }>): void {
    if (this.isRunning) this.#set(state);
  }

  /** Calls `listener` after each change. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(state: JobState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** How many jobs are remembered, for the curves of those that have ended. */
const MOST_JOBS = 20;

/** The jobs of this window, the latest last. */
export class Jobs {
  readonly #jobs: Job[] = [];
  readonly #listeners = new Set<(job: Job) => void>();
  #made = 0;

  get all(): readonly Job[] {
    return this.#jobs;
  }

  /** The latest job, running or not. */
  get latest(): Job | undefined {
    return this.#jobs.at(-1);
  }

  get running(): readonly Job[] {
    return this.#jobs.filter(({ isRunning }) => isRunning);
  }

  /** The job of that id, if it is remembered. */
  find(id: string): Job | undefined {
    return this.#jobs.find((job) => job.id === id);
  }

  /** The job that left a run, if it is remembered. */
  ofRun(run: string): Job | undefined {
    return this.#jobs.find(({ state }) => state.kind === 'done' && state.run === run);
  }

  /** Makes a job; `figures` is what its fit reports after each iteration. */
  add(title: string, figures: readonly ProgressFigure[]): Job {
    const job = new Job(`job-${++this.#made}`, title, figures);
    this.#jobs.push(job);
    const forgotten = this.#jobs.findIndex((old) => !old.isRunning);
    if (this.#jobs.length > MOST_JOBS && forgotten >= 0) this.#jobs.splice(forgotten, 1);
    for (const listener of [...this.#listeners]) listener(job);
    return job;
  }

  /** Stops all that run. */
  stopAll(): void {
    for (const job of this.running) job.stop();
  }

  /** Calls `listener` with each new job. Returns what ends that. */
  onAdd(listener: (job: Job) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

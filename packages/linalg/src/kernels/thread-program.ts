/** i32s that all threads watch. */
export const CONTROL = {
  /** Number of the job that is posted; raising it wakes the threads. */
  generation: 0,
  /** Address of the job. */
  job: 1,
  /** Threads that may take part: those numbered up to this. */
  threads: 2,
  /** Set to 1 to end the threads. */
  stop: 3,
  /** Threads that are up. */
  ready: 4,
  length: 16,
} as const;

/** What a thread is given. */
export interface ThreadData {
  readonly module: object;
  readonly memory: object;
  readonly control: Int32Array;
  /** The thread's number, from 1. */
  readonly thread: number;
  /** Its own scratch memory. */
  readonly scratch: number;
}

/**
 * What each thread does: instantiate the kernels over the shared memory, then sleep until a job is posted and take
 * blocks of it until none is left. In plain JavaScript and without imports, as it is handed over as text.
 */
export const THREAD_PROGRAM = `
const { module, memory, control, thread, scratch } = globalThis.tenfold;
const abort = () => { throw new Error('a kernel met a state that cannot be'); };
const kernels = new WebAssembly.Instance(module, { env: { memory, abort } }).exports;
Atomics.add(control, ${CONTROL.ready}, 1);
Atomics.notify(control, ${CONTROL.ready});
let seen = 0;
while (Atomics.load(control, ${CONTROL.stop}) === 0) {
  const generation = Atomics.load(control, ${CONTROL.generation});
  if (generation !== seen) {
    seen = generation;
    if (thread <= Atomics.load(control, ${CONTROL.threads})) {
      kernels.runJob(Atomics.load(control, ${CONTROL.job}), generation, thread, scratch, 0x7fffffff);
    }
  } else {
    Atomics.wait(control, ${CONTROL.generation}, seen);
  }
}
`;

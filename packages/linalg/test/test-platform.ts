import type { Platform, PlatformThread } from '../src/kernels/platform.js';
import { platform as node } from '../src/node/platform.js';

/** What a test and the threads of its platform tell each other, i32s. */
const GATE = { blocks: 0, closed: 1, deaths: 2, length: 4 } as const;

/** How a thread behaves: all run real kernels in real threads. */
export type Behaviour =
  /** Runs its blocks. */
  | 'honest'
  /** Dies in its first block, having taken it and left rubbish. */
  | 'dies in a block'
  /** Dies when its first block is marked as done but not counted. */
  | 'dies before counting'
  /** Dies before it takes a block. */
  | 'dies at once';

/**
 * Runs before the thread's own program: between the program and the kernels, it counts the blocks, waits at the gate
 * after each, and dies as it is told. Threads that are to live wait until all others are dead.
 */
const PRELUDE = `
{
  const { gate, behaviour, mortals, memory } = globalThis.tenfold;
  const { Instance } = WebAssembly;
  const die = () => {
    Atomics.add(gate, ${GATE.deaths}, 1);
    Atomics.notify(gate, ${GATE.deaths});
    throw new Error('this thread was told to die');
  };
  const waitFor = (index, isReady) => {
    for (let seen = Atomics.load(gate, index); !isReady(seen); seen = Atomics.load(gate, index)) {
      Atomics.wait(gate, index, seen);
    }
  };
  const take = (job, thread) => {
    const block = Atomics.add(new Int32Array(memory.buffer, job, 1), 0, 1);
    const fields = new Int32Array(memory.buffer, job, 16);
    Atomics.store(new Int32Array(memory.buffer, fields[6], fields[2]), block, thread);
    return { block, fields };
  };
  WebAssembly.Instance = function (module, imports) {
    const kernels = new Instance(module, imports).exports;
    const runJob = (job, generation, thread, scratch, limit) => {
      if (behaviour === 'dies at once') die();
      if (behaviour === 'dies in a block') {
        take(job, thread);
        die();
      }
      if (behaviour === 'dies before counting') {
        const { block, fields } = take(job, thread);
        Atomics.sub(fields, 3, 1);
        kernels.runBlock(job, generation, block, scratch);
        die();
      }
      waitFor(${GATE.deaths}, (deaths) => deaths >= mortals);
      let ran = 0;
      while (ran < limit && kernels.runJob(job, generation, thread, scratch, 1) === 1) {
        ran++;
        Atomics.add(gate, ${GATE.blocks}, 1);
        waitFor(${GATE.closed}, (closed) => closed === 0);
      }
      return ran;
    };
    return { exports: { ...kernels, runJob } };
  };
}
`;

/** Node's threads, counted, and made to behave. */
export class TestPlatform implements Platform {
  /** Threads that were started and have not been stopped. */
  readonly threads: PlatformThread[] = [];
  /** How often a thread was started. */
  started = 0;
  /** How the threads that are started next behave, in the order of their starts; honest beyond. */
  behaviours: Behaviour[] = [];
  readonly #gate = new Int32Array(new SharedArrayBuffer(4 * GATE.length));

  constructor(readonly processors = 2) {}

  availableThreads(): number {
    return this.processors;
  }

  startThread(program: string, data: unknown): PlatformThread {
    const mortals = this.behaviours.filter((behaviour) => behaviour !== 'honest').length;
    const behaviour = this.behaviours[this.started++] ?? 'honest';
    const all = { ...(data as object), gate: this.#gate, behaviour, mortals };
    const thread = node.startThread(PRELUDE + program, all);
    this.threads.push(thread);
    return thread;
  }

  /** Blocks that threads have run. */
  get blocks(): number {
    return Atomics.load(this.#gate, GATE.blocks);
  }

  /** Makes every thread wait after its next block, or go on. */
  close(closed: boolean): void {
    Atomics.store(this.#gate, GATE.closed, closed ? 1 : 0);
    Atomics.notify(this.#gate, GATE.closed);
  }

  /** Ends all threads from outside. */
  async stopAll(): Promise<void> {
    await Promise.all(this.threads.splice(0).map((thread) => thread.stop()));
  }
}

/** Where there are no threads. */
export const threadless: Platform = {
  availableThreads: () => 4,
  startThread: () => {
    throw new Error('there are no threads here');
  },
};

import type { Platform, PlatformThread } from '../kernels/platform.js';

/** The parts of a browser's workers that are used; Node's types do not have them. */
interface WebWorker {
  onerror: ((event: unknown) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

interface Browser {
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly crossOriginIsolated?: boolean;
  readonly Worker?: new (url: string) => WebWorker;
}

const browser = globalThis as unknown as Browser;

/** Threads of a browser: web workers, in pages that may share memory (cross-origin isolated). */
export const platform: Platform = {
  availableThreads: () =>
    browser.crossOriginIsolated === true ? (browser.navigator?.hardwareConcurrency ?? 1) : 1,

  startThread(program, data): PlatformThread {
    if (browser.Worker === undefined) throw new Error('there are no web workers here');
    const waiting = `self.onmessage = ({ data }) => { self.tenfold = data;\n${program}\n};`;
    const url = URL.createObjectURL(new Blob([waiting], { type: 'text/javascript' }));
    const worker = new browser.Worker(url);
    worker.postMessage(data);
    URL.revokeObjectURL(url);
    return {
      onExit: (listener) => {
        worker.onerror = listener;
      },
      hold: () => undefined,
      stop: () => {
        worker.terminate();
        return Promise.resolve();
      },
    };
  },
};

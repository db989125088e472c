import type { Port } from '../protocol/channel.js';

/** The way to a web worker, or from one to whoever made it. */
export function workerPort(worker: Worker | DedicatedWorkerGlobalScope): Port {
  const target = worker as Worker;
  return {
    post(message, transfer = []) {
      target.postMessage(message, [...transfer]);
    },
    listen(listener) {
      const receive = ({ data }: MessageEvent<unknown>): void => listener(data);
      target.addEventListener('message', receive);
      return () => target.removeEventListener('message', receive);
    },
  };
}

import type { MessagePort, Worker } from 'node:worker_threads';

import type { Port } from '../protocol/channel.js';

/** The way to a thread, or from a thread to the one that made it. */
export function threadPort(thread: Worker | MessagePort): Port {
  return {
    post(message, transfer = []) {
      thread.postMessage(message, [...transfer]);
    },
    listen(listener) {
      thread.on('message', listener);
      return () => {
        thread.off('message', listener);
      };
    },
  };
}

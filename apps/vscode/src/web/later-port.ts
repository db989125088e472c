import type { Port } from '../protocol/channel.js';

/** A port that is made later: what is posted before waits for it, in its order. */
export function laterPort(port: Promise<Port>): Port {
  // Whoever waits for the port hears of its failure.
  port.catch(() => undefined);
  return {
    post(message, transfer) {
      void port.then((made) => made.post(message, transfer)).catch(() => undefined);
    },
    listen(listener) {
      const ending = port.then((made) => made.listen(listener));
      ending.catch(() => undefined);
      return () => void ending.then((end) => end()).catch(() => undefined);
    },
  };
}

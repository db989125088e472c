/**
 * Lets timers, input and other jobs run: resolves in a later turn of the event loop. Node's `setImmediate`
 * where there is one (no minimal delay, and input is polled in between), else a message to ourselves (browsers
 * delay nested timers by 4 ms), else a timer. Each holds the process only until it has fired.
 */
export const yieldToEventLoop: () => Promise<void> = chooseYield();

function chooseYield(): () => Promise<void> {
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => setImmediate(resolve));
  if (typeof MessageChannel === 'function') return yieldByMessage;
  return () => new Promise((resolve) => setTimeout(resolve, 0));
}

/** The part of a message port that browsers and Node's types do not describe alike. */
interface Port {
  onmessage: (() => void) | null;
  close(): void;
  postMessage(message: unknown): void;
}

function yieldByMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel() as unknown as { port1: Port; port2: Port };
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

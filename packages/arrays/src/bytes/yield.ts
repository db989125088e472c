/** Lets timers, input and other jobs run: resolves in a later turn of the event loop. */
export const yieldToEventLoop: () => Promise<void> = chooseYield();

function chooseYield(): () => Promise<void> {
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => setImmediate(resolve));
  // Browsers delay nested timers by 4 ms, but no messages.
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

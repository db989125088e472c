import { errorMessage, isTenfoldError } from '@tenfold/core';
import * as v from 'valibot';

import { type Message, messageSchema, type RemoteFailure } from './message.js';

/** A way to the other side: a webview, a worker or the extension host. */
export interface Port {
  /** Sends a value that can be cloned; the buffers in `transfer` are handed over, where the way allows it. */
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Calls `listener` with each message that arrives. Returns what ends that. */
  listen(listener: (message: unknown) => void): () => void;
}

/** What a method takes, gives, and may tell while it runs. */
export interface Method {
  readonly params: v.GenericSchema;
  readonly result: v.GenericSchema;
  readonly notice?: v.GenericSchema;
}

/** The methods that one side offers to the other. */
export type Contract = Readonly<Record<string, Method>>;

type Output<S> = S extends v.GenericSchema ? v.InferOutput<S> : never;

/** What a call may be given beside its parameters. */
export interface CallOptions<M extends Method> {
  /** Cancels the call: it rejects with the signal's reason, and the other side is told. */
  signal?: AbortSignal | undefined;
  /** Called with what the other side tells while it works. */
  onNotice?: ((notice: Output<M['notice']>) => void) | undefined;
}

/** The other side's methods, to be called. */
export type Remote<C extends Contract> = {
  readonly [K in keyof C]: (
    params: Output<C[K]['params']>,
    options?: CallOptions<C[K]>,
  ) => Promise<Output<C[K]['result']>>;
};

/** What a handler may use. */
export interface CallContext<M extends Method> {
  /** Cancelled when the caller cancels or the channel closes. */
  readonly signal: AbortSignal;
  /** Tells the caller something while the call runs. */
  readonly notify: (notice: Output<M['notice']>) => void;
  /** Hands a buffer over with the result instead of copying it; it cannot be used here afterwards. */
  readonly transfer: (buffer: ArrayBuffer) => void;
}

/** This side's methods, to be served. */
export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (
    params: Output<C[K]['params']>,
    context: CallContext<C[K]>,
  ) => Output<C[K]['result']> | Promise<Output<C[K]['result']>>;
};

/** An error that the other side reported. */
export class RemoteError extends Error {
  /** Whose turn it is, where the other side knows; see `ErrorKind` of @tenfold/core. */
  readonly kind: RemoteFailure['kind'];
  /** Where in a table something is wrong, where the other side knows. */
  readonly place: RemoteFailure['place'];

  constructor({ name, message, kind, place }: RemoteFailure) {
    super(message);
    this.name = name;
    this.kind = kind;
    this.place = place;
  }
}

/** The channel was closed while a call was under way. */
export class ChannelClosedError extends Error {
  constructor() {
    super('The other side is gone: its window was closed or its worker ended.');
    this.name = 'ChannelClosedError';
  }
}

interface Pending {
  readonly method: Method;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  notice(value: unknown): void;
}

/** What a channel is made of. */
export interface ChannelParts<Calls extends Contract, Serves extends Contract> {
  readonly port: Port;
  /** The other side's methods. */
  readonly calls: Calls;
  /** This side's methods, and what does them. */
  readonly serves: Serves;
  readonly handlers: Handlers<Serves>;
  /** Is told of messages that do not fit the contract; they are dropped. */
  readonly onBadMessage?: ((reason: string) => void) | undefined;
}

/**
 * Connects two sides by calls with an answer. Each side checks what arrives against the contract before it is used:
 * a message that does not fit is never acted on.
 */
export class Channel<Calls extends Contract, Serves extends Contract> {
  readonly remote: Remote<Calls>;
  readonly #parts: ChannelParts<Calls, Serves>;
  readonly #pending = new Map<number, Pending>();
  readonly #running = new Map<number, AbortController>();
  readonly #stopListening: () => void;
  #lastId = 0;
  #closed = false;

  constructor(parts: ChannelParts<Calls, Serves>) {
    this.#parts = parts;
    this.remote = Object.fromEntries(
      Object.entries(parts.calls).map(([name, method]) => [
        name,
        (params: unknown, options: CallOptions<Method> = {}) => this.#call(name, method, params, options),
      ]),
    ) as Remote<Calls>;
    this.#stopListening = parts.port.listen((message) => this.#receive(message));
  }

  /** Ends all calls of both sides. */
  close(): void {
    this.#closed = true;
    this.#stopListening();
    for (const running of this.#running.values()) running.abort(new ChannelClosedError());
    for (const pending of this.#pending.values()) pending.reject(new ChannelClosedError());
    this.#running.clear();
    this.#pending.clear();
  }

  async #call(
    name: string,
    method: Method,
    params: unknown,
    { signal, onNotice }: CallOptions<Method>,
  ): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#closed) throw new ChannelClosedError();
    const id = ++this.#lastId;
    const answer = new Promise((resolve, reject) => {
      const notice = (value: unknown): void => onNotice?.(value);
      this.#pending.set(id, { method, resolve, reject, notice });
    });
    const cancel = (): void => {
      this.#send({ kind: 'cancel', id });
      this.#pending.get(id)?.reject(signal?.reason);
      this.#pending.delete(id);
    };
    signal?.addEventListener('abort', cancel);
    this.#send({ kind: 'call', id, method: name, params });
    return answer.finally(() => signal?.removeEventListener('abort', cancel));
  }

  #send(message: Message, transfer: readonly ArrayBuffer[] = []): void {
    if (!this.#closed) this.#parts.port.post(message, transfer);
  }

  #receive(raw: unknown): void {
    const parsed = v.safeParse(messageSchema, raw);
    if (!parsed.success) {
      this.#complain(`not a message: ${v.summarize(parsed.issues)}`);
      return;
    }
    const message = parsed.output;
    if (message.kind === 'call') void this.#serve(message);
    else if (message.kind === 'cancel') this.#running.get(message.id)?.abort();
    else this.#settle(message);
  }

  #settle(message: Extract<Message, { kind: 'notice' | 'result' | 'failure' }>): void {
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    if (message.kind === 'failure') {
      this.#pending.delete(message.id);
      pending.reject(new RemoteError(message.error));
      return;
    }
    const { method } = pending;
    const schema = message.kind === 'notice' ? method.notice : method.result;
    const parsed = v.safeParse(schema ?? v.never(), message.value);
    if (message.kind === 'notice') {
      if (parsed.success) pending.notice(parsed.output);
      else this.#complain(`a notice of another form: ${v.summarize(parsed.issues)}`);
      return;
    }
    this.#pending.delete(message.id);
    if (parsed.success) pending.resolve(parsed.output);
    else pending.reject(new TypeError(`An answer of another form: ${v.summarize(parsed.issues)}`));
  }

  async #serve({ id, method: name, params }: Extract<Message, { kind: 'call' }>): Promise<void> {
    const method = Object.hasOwn(this.#parts.serves, name) ? this.#parts.serves[name] : undefined;
    if (method === undefined) {
      this.#complain(`no method "${name}"`);
      this.#send({ kind: 'failure', id, error: { name: 'TypeError', message: `There is no "${name}".` } });
      return;
    }
    const running = new AbortController();
    this.#running.set(id, running);
    const transfer: ArrayBuffer[] = [];
    try {
      const checked = v.parse(method.params, params);
      const value = await this.#parts.handlers[name](checked as never, {
        signal: running.signal,
        notify: (notice) => this.#send({ kind: 'notice', id, value: notice }),
        transfer: (buffer) => transfer.push(buffer),
      });
      this.#send({ kind: 'result', id, value }, transfer);
    } catch (error) {
      this.#send({ kind: 'failure', id, error: failureOf(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  #complain(reason: string): void {
    this.#parts.onBadMessage?.(reason);
  }
}

function failureOf(error: unknown): RemoteFailure {
  const name = error instanceof Error ? error.name : 'Error';
  const place = placeOf(error);
  return {
    name,
    message: errorMessage(error),
    ...(isTenfoldError(error) && { kind: error.kind }),
    ...(place !== undefined && { place }),
  };
}

/** What a `TableError` of @tenfold/datasets says beside its words. */
function placeOf(error: unknown): RemoteFailure['place'] {
  if (!isTenfoldError(error) || !('line' in error) || typeof error.line !== 'number') return undefined;
  const cell = 'column' in error && typeof error.column === 'number' ? error.column : undefined;
  return { line: error.line, ...(cell !== undefined && { cell }) };
}

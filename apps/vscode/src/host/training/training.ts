import * as vscode from 'vscode';

import { Channel, type Remote } from '../../protocol/channel.js';
import { hostContract, trainingContract } from '../../protocol/training.js';
import type { Platform, WorkerHandle } from '../platform.js';

/** The training worker's methods. */
export type TrainingWorker = Remote<typeof trainingContract>;

interface Running {
  readonly handle: WorkerHandle;
  readonly channel: Channel<typeof trainingContract, typeof hostContract>;
}

/** The worker that loads, trains and predicts, so that the extension host stays free. It is started when it is needed. */
export class Training implements vscode.Disposable {
  readonly #platform: Platform;
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  #running: Running | undefined;

  constructor(platform: Platform, context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#platform = platform;
    this.#context = context;
    this.#log = log;
  }

  /** The worker's methods; starts it if it is not running. */
  worker(): TrainingWorker {
    this.#running ??= this.#start();
    return this.#running.channel.remote;
  }

  /** Ends the worker at once; what it was asked for fails, and the next call starts another. */
  dispose(): void {
    this.#running?.channel.close();
    this.#running?.handle.close();
    this.#running = undefined;
  }

  #start(): Running {
    const handle = this.#platform.startWorker(this.#context);
    const channel = new Channel({
      port: handle.port,
      calls: trainingContract,
      serves: hostContract,
      handlers: {
        readFile: async ({ uri }) =>
          new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))),
      },
      onBadMessage: (reason) => this.#log.warn(`training worker: ${reason}`),
    });
    const running = { handle, channel };
    handle.onExit((reason) => {
      this.#log.error(`The training worker ended: ${reason}`);
      channel.close();
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }
}

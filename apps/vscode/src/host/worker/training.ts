import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { Channel, type Remote } from '../../protocol/channel.js';
import { hostContract, trainingContract } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';
import type { Platform, WorkerHandle } from '../shared/platform.js';
import { settings } from '../shared/settings.js';
import { tellReadingWarnings } from './reading-warnings.js';

/** The training worker's methods. */
export type TrainingWorker = Remote<typeof trainingContract>;

/** Milliseconds that a worker may take to answer after a job was cancelled. */
const ANSWER_TIMEOUT_MS = 2000;

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

  /** Starts the worker and has it load a data set, so that the next job finds all ready. What fails will fail then. */
  prepare(dataset?: DatasetRef): void {
    this.worker()
      .prepare(dataset === undefined ? {} : { dataset })
      .catch((error: unknown) => this.#log.debug(`prepare: ${errorMessage(error)}`));
  }

  /** Ends the worker if it does not answer: what was cancelled must not go on. */
  async endIfStuck(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    const late = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    try {
      await running.channel.remote.prepare({}, { signal: late });
    } catch {
      if (late.aborted && this.#running === running) this.dispose();
    }
  }

  /** Ends the worker at once; what it was asked for fails, and the next call starts another. */
  dispose(): void {
    this.#running?.channel.close();
    this.#running?.handle.close();
    this.#running = undefined;
  }

  #start(): Running {
    const handle = this.#platform.startWorker(this.#context, settings().dataHome);
    const channel = new Channel({
      port: handle.port,
      calls: trainingContract,
      serves: hostContract,
      handlers: {
        readFile: async ({ uri }, { transfer }) => {
          const content = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
          const own = new Uint8Array(content);
          transfer(own.buffer);
          return own;
        },
        fileStamp: async ({ uri }) => {
          const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
          return `${mtime} ${size}`;
        },
        warn: ({ dataset, warnings }) => {
          tellReadingWarnings(this.#log, dataset, warnings);
          return null;
        },
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

import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { RemoteError } from '../../protocol/channel.js';
import type { Job } from '../training/jobs.js';
import { cellColumn } from '../training/table-line.js';
import { trainAndWrite, type TrainingServices } from '../training/train-and-write.js';
import { jobLine } from '../training/training-log.js';
import { plainLine } from './plain-line.js';
import type { TaskPlan } from './task-definition.js';
import { taskJob } from './task-job.js';

/** Milliseconds between two lines that tell how a fit goes. */
const LINE_INTERVAL_MS = 500;

/** Milliseconds before which a terminal that ends is taken for one that could not be started. */
const LAUNCH_MS = 600;

/** The terminal of a task: what is trained tells how it goes, and ends when the terminal is closed. */
export class TrainingTerminal implements vscode.Pseudoterminal {
  readonly #written = new vscode.EventEmitter<string>();
  readonly #closed = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  readonly #services: TrainingServices;
  readonly #plan: TaskPlan;
  readonly #folder: vscode.WorkspaceFolder | undefined;
  #job: Job | undefined;

  constructor(services: TrainingServices, plan: TaskPlan, folder: vscode.WorkspaceFolder | undefined) {
    this.#services = services;
    this.#plan = plan;
    this.#folder = folder;
  }

  /** Begins. */
  open(): void {
    void this.#run();
  }

  /** Stops what runs. */
  close(): void {
    this.#job?.stop();
  }

  /** Ctrl+C stops what runs. */
  handleInput(data: string): void {
    if (data === '\x03') this.#job?.stop();
  }

  async #run(): Promise<void> {
    const opened = Date.now();
    try {
      const job = await taskJob(this.#services.training, this.#plan, this.#folder);
      const { result, run } = await trainAndWrite(this.#services, job, {
        onJob: (made) => this.#follow(made),
      });
      const { split, accuracy, accuracyOn, nIter, converged } = result;
      if (nIter !== null) this.#line(`${nIter} iterations${converged === false ? ', not converged' : ''}`);
      this.#line(
        `accuracy ${accuracy.toFixed(4)} of ${accuracyOn === 'test' ? split.nTest : split.nTrain} ${accuracyOn} rows`,
      );
      this.#line(vscode.workspace.asRelativePath(vscode.Uri.parse(run)));
      this.#closed.fire(0);
    } catch (error) {
      if (error instanceof vscode.CancellationError) this.#line('stopped');
      else this.#line(await this.#failure(error));
      const wait = Math.max(0, opened + LAUNCH_MS - Date.now());
      setTimeout(() => this.#closed.fire(1), wait);
    }
  }

  #follow(job: Job): void {
    this.#job = job;
    this.#line(job.title);
    let last = 0;
    let phase = '';
    const end = job.onChange(() => {
      const { state } = job;
      if (state.kind !== 'running') {
        end();
        return;
      }
      if (state.phase === phase && Date.now() - last < LINE_INTERVAL_MS) return;
      ({ phase } = state);
      last = Date.now();
      this.#line(jobLine(job));
    });
  }

  /** An error in a form that the problem matcher knows: with the file, the line and the column, where there are any. */
  async #failure(error: unknown): Promise<string> {
    const message = errorMessage(error);
    const place = error instanceof RemoteError ? error.place : undefined;
    if (place === undefined || this.#folder === undefined) return `error: ${message}`;
    const column = await this.#column(place);
    const words = message.replace(/^.*?, line \d+(, column \d+( \(.*?\))?)?: /, '');
    return `${this.#plan.dataset}:${place.line}:${column}: error: ${words}`;
  }

  async #column({ line, cell }: { line: number; cell?: number | undefined }): Promise<number> {
    if (cell === undefined || this.#folder === undefined) return 1;
    try {
      const content = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(this.#folder.uri, this.#plan.dataset),
      );
      const text = new TextDecoder().decode(content);
      return await cellColumn(text, text.split(/\r\n?|\n/).at(line - 1) ?? '', cell);
    } catch {
      return 1;
    }
  }

  #line(text: string): void {
    this.#written.fire(`${plainLine(text)}\r\n`);
  }
}

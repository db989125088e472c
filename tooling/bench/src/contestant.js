import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';

import { reasonIn } from './command.js';
import { pythonEnvironment } from './environment.js';
import { contestants } from './paths.js';
import { decodeAnswer, encode } from './protocol.js';

/** Seconds that a contestant may take for one answer before it is given up. */
export const TIME_LIMIT = 900;

/** A contestant did not do its work; the message says why. */
export class ContestantError extends Error {
  name = 'ContestantError';
}

/**
 * A program that lives as long as its row: it is prepared once and then asked to run, time after time. Runs are timed
 * inside it.
 */
export class Contestant {
  #child;
  #lines;
  #id = 0;
  #errors = '';
  #ended;

  /**
   * @param {string} name
   * @param {{ command: string, args: string[], env?: NodeJS.ProcessEnv }} launch
   */
  constructor(name, { command, args, env }) {
    this.name = name;
    this.#child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdin.on('error', () => undefined);
    this.#child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#errors = (this.#errors + text).slice(-5000);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(error.message));
      this.#child.on('close', (code, signal) =>
        resolve(reasonIn(this.#errors) || `ended by ${signal ?? `exit code ${code}`}`),
      );
    });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Gets it ready. Resolves with its extras. */
  async prepare(task = {}) {
    const { extras } = await this.#ask({ do: 'prepare', task });
    return extras;
  }

  /** Runs once. */
  async run() {
    const { seconds, extras } = await this.#ask({ do: 'run' });
    if (seconds === undefined) throw new ContestantError('it told no time');
    return { seconds, extras };
  }

  /** Ends it. */
  async stop() {
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    await this.#ended;
    clearTimeout(timer);
  }

  async #ask(request) {
    const id = ++this.#id;
    this.#child.stdin.write(encode({ id, ...request }));
    const answer = await this.#answer();
    if (answer.id !== id) throw new ContestantError(`it answered ${answer.id} when asked ${id}`);
    if (!answer.ok) throw new ContestantError(answer.reason);
    return answer;
  }

  async #answer() {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => {
        this.#child.kill('SIGKILL');
        reject(new ContestantError(`took longer than ${TIME_LIMIT} s`));
      }, TIME_LIMIT * 1000);
    });
    try {
      const { value, done } = await Promise.race([this.#lines.next(), late]);
      if (done) throw new ContestantError(await this.#ended);
      return decodeAnswer(value);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * How a contestant of this folder is started.
 *
 * @param {{ runtime: 'python' | 'node', program: string }} spec `program`: its file's name
 * @param {{ python: string, folder?: string }} places the venv's Python; the folder of a peer that has its own
 */
export function launchOf({ runtime, program }, { python, folder }) {
  if (runtime === 'python') {
    const args = [join(contestants, 'python/serve.py'), program];
    const env = { ...pythonEnvironment(), ...(folder !== undefined && { PYTHONPATH: folder }) };
    return { command: python, args, env };
  }
  const args = [join(contestants, 'node/serve.js'), program, ...(folder === undefined ? [] : [folder])];
  return { command: process.execPath, args };
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { reasonIn } from './command.js';
import { ContestantError, TIME_LIMIT } from './contestant.js';
import { pythonEnvironment } from './environment.js';
import { contestants } from './paths.js';

/** A contestant of which each run is a process of its own, timed from its start to its end. */
export class ProcessContestant {
  #command;
  #args;

  /**
   * @param {import('./lab.js').Spec} spec
   * @param {string} python
   */
  constructor({ name, runtime, program, args = [] }, python) {
    this.name = name;
    const file = join(contestants, runtime, `${program}.${runtime === 'python' ? 'py' : 'js'}`);
    this.#command = runtime === 'python' ? python : process.execPath;
    this.#args = [file, ...args];
  }

  /** Nothing: a process begins from nothing. */
  async prepare() {
    return {};
  }

  /** Runs it once. Its extras are the JSON that it prints. */
  run() {
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const child = spawn(this.#command, this.#args, {
        env: pythonEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: TIME_LIMIT * 1000,
      });
      let [output, errors] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
      child.stderr.setEncoding('utf8').on('data', (text) => (errors = (errors + text).slice(-5000)));
      child.on('error', reject);
      child.on('close', (code, signal) => {
        const seconds = (performance.now() - start) / 1000;
        if (code !== 0) {
          reject(new ContestantError(reasonIn(errors) || `ended by ${signal ?? `exit code ${code}`}`));
        } else resolve({ seconds, extras: JSON.parse(output) });
      });
    });
  }

  /** Nothing is left to end. */
  async stop() {}
}

import { afterAll } from '@jest/globals';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const bin = fileURLToPath(new URL('../bin/tenfold.js', import.meta.url));

/** How a call ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** How to call. */
export interface CallOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

// Nothing of the caller's terminal or colours reaches the command.
const plain = { FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined, COLUMNS: undefined };

/** Starts the built command as a process of its own. */
export function start(args: string[], { cwd, env = {} }: CallOptions = {}): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, ...plain, ...env } });
}

/** Waits for a process to end. */
export function ended(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

/** Calls the built command in a process of its own and waits for its end. */
export function tenfoldProcess(args: string[], options: CallOptions = {}): Promise<Ended> {
  return ended(start(args, options));
}

/**
 * Calls the built command and waits for its end. All these calls of a test file are made in one process, one after the
 * other, which takes a fraction of the time of a process for each.
 */
export function tenfold(args: string[], { cwd = process.cwd(), env = {} }: CallOptions = {}): Promise<Ended> {
  const unset = Object.keys(env).filter((name) => env[name] === undefined);
  return (driver ??= new Driver()).call({ args, cwd, env, unset });
}

/** The process that makes the calls of `tenfold`. */
class Driver {
  readonly #child = fork(fileURLToPath(new URL('driver.js', import.meta.url)), {
    execArgv: [],
    env: { ...process.env, ...plain },
  });
  readonly #waiting = new Map<number, { resolve: (ended: Ended) => void; reject: (error: Error) => void }>();
  #calls = 0;

  constructor() {
    this.#child.on('message', ({ id, ended }: { id: number; ended: Ended }) => {
      this.#waiting.get(id)?.resolve(ended);
      this.#waiting.delete(id);
    });
    this.#child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('a call has ended the process'));
    });
  }

  call(asked: { args: string[]; cwd: string; env: NodeJS.ProcessEnv; unset: string[] }): Promise<Ended> {
    const id = this.#calls++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, ...asked });
    });
  }

  end(): void {
    this.#child.disconnect();
  }
}

let driver: Driver | undefined;
afterAll(() => driver?.end());

/** Calls with --json and reads the one object. */
export async function tenfoldJSON<T>(args: string[], options: CallOptions = {}): Promise<T> {
  const { code, stdout, stderr } = await tenfold([...args, '--json'], options);
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** A folder that is gone when the tests are over. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tenfold-cli-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Writes a small table of three flowers, four columns and text labels. */
export function writeFlowers(path: string): void {
  const lines = ['length,width,"petal, length",species'];
  for (let i = 0; i < 60; i++) {
    const kind = i % 3;
    const wobble = ((i * 7) % 10) / 20;
    lines.push(
      `${5 + kind + wobble},${3 - kind / 4},${1.5 + 2 * kind + wobble},"${['rose', 'tulip', 'daisy'][kind]}"`,
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

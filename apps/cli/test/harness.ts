import { spawn, type ChildProcess } from 'node:child_process';
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

/** Starts the built command as a process of its own. Nothing of the caller's terminal or colours reaches it. */
export function start(args: string[], { cwd, env = {} }: CallOptions = {}): ChildProcess {
  const plain = { FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined, COLUMNS: undefined };
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

/** Calls the built command and waits for its end. */
export function tenfold(args: string[], options: CallOptions = {}): Promise<Ended> {
  return ended(start(args, options));
}

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

/** Lets so many jobs run at a time; the others wait their turn. */
export function lanes(count: number): <T>(job: () => Promise<T>) => Promise<T> {
  const ends: Promise<unknown>[] = Array.from({ length: count }, () => Promise.resolve());
  let next = 0;
  return (job) => {
    const lane = next++ % count;
    const result = (ends[lane] ?? Promise.resolve()).then(job);
    ends[lane] = result.catch(() => undefined);
    return result;
  };
}

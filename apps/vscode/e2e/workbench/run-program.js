import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, killing it when it takes too long.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] `timeout`: ms, 5 minutes by default
 * @returns {Promise<string>} what it printed, both streams together
 * @throws {Error} when it cannot be started or fails, with the last lines that it printed
 */
export function runProgram(command, args, { cwd, env = process.env, timeout = 300_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args[0]} ended with ${code ?? signal}: ${lastLines(output)}`));
    });
  });
}

function lastLines(output) {
  return output.trim().split('\n').slice(-8).join('\n');
}

import { spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it wrote to its output
 * @throws Error with the end of what it wrote to its error output when it fails
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.includes('python'),
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output.stdout);
      else reject(new Error(lastLines(output.stderr || output.stdout) || `ended by ${signal ?? code}`));
    });
  });
}

/** The last lines of an error output, on one line: where the reason of a failure stands. */
export function lastLines(text, count = 2) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(npm (notice|warn)|\[notice\])/i.test(line))
    .slice(-count)
    .join(' · ')
    .slice(0, 300);
}

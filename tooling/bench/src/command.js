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
      else reject(new Error(reasonIn(output.stderr || output.stdout) || `ended by ${signal ?? code}`));
    });
  });
}

/**
 * Where the reason of a failure stands in an error output, on one line: the last line that names an error, or else the
 * last lines.
 */
export function reasonIn(text, count = 2) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(npm (notice|warn)|\[notice\])/i.test(line));
  const named = lines.findLast((line) => /^(\w*(Error|Exception|ERR)\b|npm (ERR!|error) \D)/.test(line));
  return (named ?? lines.slice(-count).join(' · ')).slice(0, 300);
}

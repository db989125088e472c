import { Writable } from 'node:stream';

import { main } from '../dist/index.js';

// Calls the built command many times in one process, one call after the other, as harness.ts asks for them. Each has streams,
// a working folder and an environment of its own; everything else it shares with the calls before it.

const own = { ...process.env };

/** A stream like a pipe that keeps what is written to it. */
class Kept extends Writable {
  #pieces = [];

  _write(piece, _encoding, done) {
    this.#pieces.push(piece);
    done();
  }

  get text() {
    return Buffer.concat(this.#pieces).toString();
  }
}

async function call({ args, cwd, env, unset }) {
  for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
  Object.assign(process.env, own, env);
  for (const name of unset) delete process.env[name];
  process.chdir(cwd);
  const stdout = new Kept();
  const stderr = new Kept();
  Object.defineProperty(process, 'stdout', { value: stdout, configurable: true });
  Object.defineProperty(process, 'stderr', { value: stderr, configurable: true });
  const code = await main(args);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

// A warning that Node would print is part of what the call says.
process.on('warning', ({ name, message }) => process.stderr.write(`${name}: ${message}\n`));
process.on('disconnect', () => process.exit());

let last = Promise.resolve();
process.on('message', ({ id, ...asked }) => {
  last = last.then(() => call(asked)).then((ended) => process.send({ id, ended }));
});

// node serve.js PROGRAM [FOLDER]: does what is asked of PROGRAM.js, a line a request, an answer a line. FOLDER is where
// a peer was installed.
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const answerTo = process.stdout.write.bind(process.stdout);
// Whatever a library has to say goes elsewhere than the answers.
process.stdout.write = process.stderr.write.bind(process.stderr);

const [program, folder] = process.argv.slice(2);
let contestant;

async function answer({ do: what, task }) {
  if (what === 'prepare') {
    const { prepare } = await import(`./${program}.js`);
    contestant = await prepare(task, folder);
    return { extras: contestant.extras ?? {} };
  }
  const start = performance.now();
  const result = await contestant.run();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, extras: (await contestant.after?.(result)) ?? {} };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    answerTo(`${JSON.stringify({ id: request.id, ok: true, ...(await answer(request)) })}\n`);
  } catch (error) {
    answerTo(`${JSON.stringify({ id: request.id, ok: false, reason: String(error?.message ?? error) })}\n`);
  }
}
process.exit();

import { readOptions } from './runner/options.js';
import { runTheme } from './runner/run-theme.js';
import { loadScenarios } from './runner/scenarios.js';
import { CannotSetUp } from './workbench/cannot-set-up.js';

// Exit code 0: all passed, or the workbench cannot be set up here; 1: something failed; 2: wrong usage.
process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  return 2;
});

async function main(args) {
  const { themes, only, vsix } = readOptions(args);
  const scenarios = await loadScenarios(only);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  try {
    const counts = [];
    for (const theme of themes)
      counts.push(await runTheme(worthIt(scenarios, theme), { theme, vsix }, print));
    return report(counts);
  } catch (error) {
    return error instanceof CannotSetUp ? cannotSetUp(error) : failed(error);
  }
}

function worthIt(scenarios, theme) {
  return scenarios.filter(({ themes }) => themes === undefined || themes.includes(theme));
}

function report(counts) {
  const [passed, failures] = ['passed', 'failed'].map((kind) =>
    counts.reduce((sum, count) => sum + count[kind], 0),
  );
  print(`${passed} passed, ${failures} failed`);
  return failures === 0 && passed > 0 ? 0 : 1;
}

/** In CI a workbench is expected; elsewhere its absence is told and no failure. */
function cannotSetUp({ message }) {
  print(`skipped: ${message}`);
  return process.env.CI ? 1 : 0;
}

function failed(error) {
  print(`FAIL  ${error.stack}`);
  return 1;
}

function print(line) {
  console.log(line);
}

/** Lets what is tied to this process's exit end: the server's processes and the browser. */
function stop() {
  process.exit(130);
}

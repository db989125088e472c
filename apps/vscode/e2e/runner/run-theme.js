import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { closeEditors, screenshot, setTheme } from '../workbench/drive.js';
import { startWorkbench } from '../workbench/start.js';

const defaultTimeout = 120_000;

/**
 * Runs scenarios one after the other in one workbench. A failed one is shown with a picture of the window and the
 * logs, and the next begins in a new workbench.
 *
 * @param {import('./scenarios.js').Scenario[]} scenarios
 * @param {import('../workbench/start.js').StartOptions} options
 * @param {(line: string) => void} print
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTheme(scenarios, options, print) {
  const count = { passed: 0, failed: 0 };
  if (scenarios.length === 0) return count;
  let workbench;
  try {
    for (const scenario of scenarios) {
      workbench ??= await startWorkbench({ ...options, log: print });
      const passed = await runScenario(scenario, workbench, options, print);
      count[passed ? 'passed' : 'failed'] += 1;
      if (!passed) {
        await workbench.close();
        workbench = undefined;
      }
    }
  } finally {
    await workbench?.close();
  }
  return count;
}

async function runScenario(scenario, workbench, options, print) {
  const began = performance.now();
  const others = [];
  const notes = [];
  const context = {
    ...workbench,
    note: (text) => notes.push(text),
    start: async (more) => {
      const other = await startWorkbench({ ...options, ...more });
      others.push(other);
      return other;
    },
  };
  const title = () => `${options.theme}  ${scenario.name} (${seconds(began)} s)`;
  try {
    await within(scenario.timeout ?? defaultTimeout, prepareAndRun(scenario, context));
    print(`pass  ${title()}${notes.map((text) => `; ${text}`).join('')}`);
    return true;
  } catch (error) {
    print(`FAIL  ${title()}: ${error.message}\n${indent(await evidence(context, scenario, error))}`);
    return false;
  } finally {
    for (const other of others) await other.close();
  }
}

async function prepareAndRun(scenario, context) {
  const { theme, workspace } = context;
  await closeEditors(context.page);
  for (const entry of await readdir(workspace)) await rm(join(workspace, entry), { recursive: true });
  await scenario.run(context);
  if (context.theme !== theme) await setTheme(context, theme);
}

/** What helps to understand a failure: the error, a picture and the logs. */
async function evidence(context, { file }, error) {
  try {
    const picture = await screenshot(context, `failed-${file}`);
    const logs = picture.replace(/png$/, 'log');
    await mkdir(dirname(logs), { recursive: true });
    await writeFile(logs, await context.logs.text());
    return `${trace(error)}\npicture: ${picture}\nlogs: ${logs}`;
  } catch (failure) {
    return `${trace(error)}\nno picture: ${failure.message}`;
  }
}

function trace(error) {
  return [error.stack, error.cause?.message].filter(Boolean).join('\ncaused by: ');
}

async function within(limit, work) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    globalThis.clearTimeout(timer);
  }
}

function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1);
}

function indent(text) {
  return text.replaceAll(/^/gm, '      ');
}

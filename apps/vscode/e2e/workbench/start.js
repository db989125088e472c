import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser } from './browser.js';
import { collectLogs } from './logs.js';
import { memoryFolder, packMemoryWorkspace } from './memory-workspace.js';
import { prepareWorkbench } from './prepare.js';
import { startServer } from './server.js';
import { calmSettings } from './themes.js';

/**
 * @typedef {object} StartOptions
 * @property {import('./themes.js').Theme} [theme] default: dark
 * @property {string} [vsix] path of an extension to install
 * @property {Record<string, string | Uint8Array>} [files] files of the workspace by relative path, written first
 * @property {Record<string, unknown>} [settings] added to the user's settings
 * @property {boolean} [inMemory] whether the folder that is open lies in memory, with `files` in it, and on no disk
 * @property {boolean} [workspaceTrust] whether the workbench asks before it trusts the folder (default: false)
 * @property {{ width: number, height: number }} [viewport] default: 1280 × 800
 * @property {(line: string) => void} [log] told about a set-up that takes its time
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} browser
 * @property {string} workspace the folder that is open
 * @property {import('./logs.js').Logs} logs
 * @property {import('./themes.js').Theme} theme
 * @property {string} settingsFile the user's settings.json
 * @property {() => Promise<void>} reload reloads the window, as Developer: Reload Window does
 * @property {() => Promise<void>} close closes the browser, ends the server and removes its folders
 */

/**
 * Starts a workbench with nothing of the user's in it, opens an empty workspace and waits until it takes keys.
 * Whatever fails, nothing is left running.
 *
 * @param {StartOptions} [options]
 * @returns {Promise<Workbench>}
 * @throws {import('./cannot-set-up.js').CannotSetUp} when this machine cannot run it
 */
export async function startWorkbench(options = {}) {
  const program = await prepareWorkbench({ log: options.log });
  const stack = cleanUps();
  try {
    const folder = await temporaryFolder(stack);
    return { ...(await open(program, folder, options, stack)), close: stack.run };
  } catch (error) {
    await stack.run();
    throw error;
  }
}

/** A folder that goes with the workbench, and at the latest with this process. */
async function temporaryFolder(stack) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tenfold-vscode-')));
  const removal = { recursive: true, force: true, maxRetries: 5 };
  const removeAtExit = () => rmSync(folder, removal);
  process.on('exit', removeAtExit);
  stack.add(async () => {
    await rm(folder, removal);
    process.off('exit', removeAtExit);
  });
  return folder;
}

async function open(program, folder, { theme = 'dark', files = {}, ...options }, stack) {
  const settingsFile = join(folder, 'user', 'User', 'settings.json');
  const workspace = join(folder, 'workspace');
  await mkdir(join(folder, 'home'));
  await writeAll(folder, {
    'user/User/settings.json': JSON.stringify(calmSettings(theme, options.settings)),
  });
  await mkdir(workspace);
  await writeAll(workspace, files);
  const { listen, ...logs } = collectLogs(join(folder, 'user'));
  const memory = options.inMemory && (await packMemoryWorkspace(folder, files));
  const server = await startServer(program, folder, {
    extensions: [options.vsix, memory].filter(Boolean),
    workspaceTrust: options.workspaceTrust,
    log: (text) => logs.lines.push({ source: 'server', text }),
  });
  stack.add(server.close);
  const { browser, page } = await openPage(options.viewport, listen, stack);
  const opened = options.inMemory ? memoryFolder : workspace;
  const address = new URL(`?folder=${encodeURIComponent(opened)}`, server.url).href;
  const reload = () => visit(page, address);
  await reload();
  return { page, browser, workspace, logs, theme, settingsFile, reload };
}

async function openPage(viewport = { width: 1280, height: 800 }, listen, stack) {
  const chromium = await launchBrowser();
  stack.add(() => chromium.close());
  const browser = await chromium.newContext({ viewport, reducedMotion: 'reduce' });
  await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
  listen(browser);
  browser.setDefaultTimeout(10_000);
  return { browser, page: await browser.newPage() };
}

async function visit(page, address) {
  await page.goto(address, { timeout: 60_000 });
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
}

async function writeAll(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  }
}

/** Functions that undo what was started, the last one first; every one is run, even when another fails. */
function cleanUps() {
  const functions = [];
  const run = async () => {
    for (const undo of functions.splice(0).reverse()) await undo().catch((error) => console.error(error));
  };
  return { add: (undo) => functions.push(undo), run };
}

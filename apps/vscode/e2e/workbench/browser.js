import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

import { CannotSetUp } from './cannot-set-up.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// No sandbox, because containers seldom allow one, and everything that is shown comes from this machine.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser of this machine: CHROME_PATH, or else the first Chromium or Chrome that is found.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @throws {CannotSetUp} when there is none
 */
export function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new CannotSetUp(`CHROME_PATH is ${env.CHROME_PATH}, which cannot be run`);
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...candidates, ...elsewhere].find(isExecutable);
  if (found === undefined) throw new CannotSetUp('no Chromium or Chrome was found; CHROME_PATH can name one');
  return found;
}

/** Starts the browser without a window. It dies with this process. */
export function launchBrowser() {
  return chromium.launch({ executablePath: findBrowser(), args: flags, headless: true });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

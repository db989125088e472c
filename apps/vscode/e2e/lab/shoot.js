import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { launchBrowser } from '../workbench/browser.js';
import { accessibilityViolations } from '../workbench/drive/accessibility.js';
import { loadLabPage } from './lab-page.js';
import { themes } from './look.js';
import { openWebview } from './page.js';

/** Where pictures go; git does not see it. */
const labFolder = join(import.meta.dirname, '..', '..', '.cache', 'lab');

const usage = `node e2e/lab/shoot.js NAME [options]

Takes pictures of dist/webviews/NAME with the handlers of e2e/lab/pages/NAME.js (or --page), and has axe-core look at it.

  --theme   ${themes.join(' | ')} | all (default: dark)
  --width   of the picture, in pixels (default: 900)
  --height  (default: 700)
  --zoom    1 is 100 % (default: 1)
  --scene   one of the page's scenes, or several with commas, done one after the other
  --page    another file of e2e/lab/pages, without its ending
  --wait    ms to wait before the picture (default: 300)
  --full    the whole page, not only what the window shows
  --motion  without prefers-reduced-motion
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'dark' },
    width: { type: 'string', default: '900' },
    height: { type: 'string', default: '700' },
    zoom: { type: 'string', default: '1' },
    scene: { type: 'string', default: '' },
    page: { type: 'string' },
    wait: { type: 'string', default: '300' },
    full: { type: 'boolean', default: false },
    motion: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
if (name === undefined) {
  console.error(usage);
  process.exit(2);
}

/** So many places of one violation are told. */
const MOST = 5;

const pageName = values.page ?? name;
const scenes = values.scene.split(',').filter(Boolean);
const browser = await launchBrowser();
try {
  for (const theme of values.theme === 'all' ? themes : [values.theme]) await shoot(theme);
} finally {
  await browser.close();
}

async function shoot(theme) {
  const lab = await loadLabPage(pageName);
  const look = {
    theme,
    width: +values.width,
    height: +values.height,
    zoom: +values.zoom,
    motion: values.motion,
  };
  const { page, problems } = await openWebview(browser, name, lab, look);
  await page.waitForTimeout(+values.wait);
  for (const scene of scenes) {
    if (lab.scenes?.[scene] === undefined) throw new Error(`${pageName} has no scene "${scene}"`);
    await lab.scenes[scene](page);
    await page.waitForTimeout(+values.wait);
  }
  const file = [pageName, theme, look.width, ...(look.zoom === 1 ? [] : [`x${look.zoom}`]), ...scenes].join(
    '-',
  );
  const path = join(labFolder, `${file}.png`);
  await mkdir(labFolder, { recursive: true });
  await page.screenshot({ path, fullPage: values.full, caret: 'hide' });
  console.log(path);
  report(problems, await accessibilityViolations(page));
  await page.context().close();
}

function report(problems, violations) {
  for (const problem of problems) console.log(`  problem: ${problem}`);
  for (const { rule, impact, where } of violations) {
    console.log(`  axe: ${rule} (${impact})`);
    for (const line of where.slice(0, MOST)) console.log(`    ${line}`);
    if (where.length > MOST) console.log(`    and ${where.length - MOST} more`);
  }
  if (problems.length > 0 || violations.length > 0) process.exitCode = 1;
}

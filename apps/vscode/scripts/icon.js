import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

// Makes media/icon.png, which the marketplace shows, from media/source/icon.svg. Run it again when the icon changes.

const media = join(import.meta.dirname, '..', 'media');
const svg = await readFile(join(media, 'source', 'icon.svg'), 'utf8');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await writeFile(join(media, 'icon.png'), await page.screenshot({ omitBackground: true }));
await browser.close();

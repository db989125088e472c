import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * @typedef {{ source: 'server' | 'console' | 'page', text: string }} LogLine
 * @typedef {object} Logs
 * @property {LogLine[]} lines what the server printed, the browser's console and errors that no page caught
 * @property {string[]} outside addresses outside this machine that something in the browser asked for
 * @property {() => Promise<Record<string, string>>} files the workbench's own log files by name, output channels
 *   of extensions among them
 * @property {() => Promise<string>} text everything as one text
 */

/**
 * Collects what a workbench says, to look at when a scenario fails.
 *
 * @param {string} userFolder the workbench's user-data-dir
 * @returns {Logs & { listen: (context: import('playwright-core').BrowserContext) => void }}
 */
export function collectLogs(userFolder) {
  const lines = [];
  const outside = [];
  const files = () => readLogFiles(join(userFolder, 'logs'));
  return {
    lines,
    outside,
    files,
    listen: (context) => listen(context, lines, outside),
    text: async () => asText(lines, outside, await files()),
  };
}

function listen(context, lines, outside) {
  context.on('console', (message) => lines.push({ source: 'console', text: message.text() }));
  context.on('weberror', (event) => lines.push({ source: 'page', text: String(event.error()) }));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !/^(127\.0\.0\.1|localhost)$/.test(hostname)) {
      outside.push(request.url());
    }
  });
}

async function readLogFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const pairs = paths.map(async (path) => [basename(path), await readFile(path, 'utf8')]);
  return Object.fromEntries(await Promise.all(pairs));
}

function asText(lines, outside, files) {
  return [
    ...lines.map(({ source, text }) => `[${source}] ${text}`),
    ...outside.map((url) => `[outside] ${url}`),
    ...Object.entries(files).map(([name, text]) => `\n== ${name}\n${text}`),
  ].join('\n');
}

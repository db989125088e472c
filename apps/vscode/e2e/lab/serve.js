import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';

import { importSource, root } from '../../scripts/import-source.js';
import { labHtml, labPages, loadContract, loadLabPage, webviewOf } from './lab-page.js';
import { beWebview, lookOf, themes } from './look.js';
import { fromWire, toWire } from './wire.js';

const usage = `node e2e/lab/serve.js [--port 4321]

Serves every webview alone, in any theme, to a browser on this machine: with the handlers of e2e/lab/pages and the bundles
of dist/webviews, which a reload reads again.
`;

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const { Channel } = await importSource('src/protocol/channel.ts');
const pages = await labPages();
/** What pages show, made once: some train a model. */
const made = new Map();
/** Listeners for the messages of each open page, by its session. */
const sessions = new Map();

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`The lab is open at ${origin()}; Ctrl-C closes it.`);
});

function origin() {
  return `http://127.0.0.1:${server.address().port}`;
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, origin());
  const { page, theme, session } = Object.fromEntries(searchParams);
  if (pathname === '/') return sendFile(response, join(import.meta.dirname, 'shell.html'));
  if (pathname === '/index.json') return send(response, '.json', JSON.stringify({ pages, themes }));
  if (pathname === '/view') return send(response, '.html', await view(page, theme));
  if (pathname === '/events') return openSession(session, page, request, response);
  if (pathname === '/send') return receive(session, request, response);
  if (['/shell.js', '/wire.js'].includes(pathname))
    return sendFile(response, join(import.meta.dirname, pathname));
  const folder = pathname === '/notebook-renderer.js' ? 'dist' : 'dist/webviews';
  return sendFile(response, join(root, folder, normalize(pathname)));
}

/** A webview's page with what VS Code would give it; its messages go to the window around it. */
async function view(page, theme) {
  const nonce = randomUUID();
  const lab = await labPage(page);
  const html = await labHtml(await webviewOf(page), lab, origin(), nonce);
  const setting = JSON.stringify({ ...(await lookOf(theme)), state: lab.state }).replaceAll('<', '\\u003c');
  const post = `globalThis.labPost = (message) => globalThis.parent.postMessage(message, '*');`;
  return html.replace(
    '</head>',
    () => `<script nonce="${nonce}">${post}(${beWebview})(${setting});</script></head>`,
  );
}

/** Joins a page that was opened to its handlers: what they say goes out as events. */
async function openSession(session, page, request, response) {
  const lab = await labPage(page);
  const listeners = new Set();
  sessions.set(session, listeners);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (event, data) => response.write(`event: ${event}\ndata: ${data}\n\n`);
  const port = {
    post: (message) => tell('post', toWire(message)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const onBadMessage = (reason) => tell('problem', JSON.stringify(String(reason)));
  const serves = await loadContract(lab);
  const channel = new Channel({ port, calls: {}, serves, handlers: lab.handlers, onBadMessage });
  tell('joined', '""');
  request.on('close', () => {
    sessions.delete(session);
    channel.close();
  });
}

async function receive(session, request, response) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const message = fromWire(Buffer.concat(pieces).toString('utf8'));
  for (const listener of sessions.get(session) ?? []) listener(message);
  response.writeHead(204).end();
}

function labPage(name) {
  if (!pages.includes(name)) throw new Error(`expected one of ${pages.join(', ')}, got ${name}`);
  if (!made.has(name)) made.set(name, loadLabPage(name));
  return made.get(name);
}

async function sendFile(response, path) {
  const content = await readFile(path).catch(() => undefined);
  if (content === undefined) response.writeHead(404).end();
  else send(response, extname(path), content);
}

function send(response, extension, content) {
  const type = types[extension] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(content);
}

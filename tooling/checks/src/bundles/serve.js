import { createServer } from 'node:http';

/** Headers that let a page share memory with its workers. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * A web server for a page that runs one script.
 *
 * @param {object} site
 * @param {string} site.script the script, at `/page.js`
 * @param {Record<string, Uint8Array>} site.files other files by their name
 * @param {boolean} site.isolated whether the page may share memory with its workers
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve({ script, files, isolated }) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const send = (type, body) => {
      response.writeHead(200, { 'Content-Type': type, ...(isolated && ISOLATION) }).end(body);
    };
    if (name === '') send('text/html', '<!doctype html><script src="/page.js"></script>');
    else if (name === 'page.js') send('text/javascript', script);
    else if (files[name]) send('application/octet-stream', files[name]);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

// The window around the webview that the lab shows: chooses the page and the theme, and carries messages to the server and back.
import { fromWire, toWire } from './wire.js';

const { document, location } = globalThis;
const [theme, width, reload, pages, view, problems] = [
  'theme',
  'width',
  'reload',
  'pages',
  'view',
  'problems',
].map((id) => document.getElementById(id));
const index = await (await globalThis.fetch('/index.json')).json();
theme.append(...index.themes.map((name) => new globalThis.Option(name)));
pages.append(
  ...index.pages.map((name) => {
    const link = document.createElement('a');
    link.textContent = name;
    link.dataset.page = name;
    return link;
  }),
);

let events;
let session;
let sending = Promise.resolve();

/** The page and the theme that the address names. */
function chosen() {
  const [page, look] = location.hash.slice(1).split('/');
  return {
    page: index.pages.includes(page) ? page : index.pages[0],
    look: index.themes.includes(look) ? look : index.themes[0],
  };
}

function show() {
  const { page, look } = chosen();
  theme.value = look;
  for (const link of pages.children) {
    link.href = `#${link.dataset.page}/${look}`;
    if (link.dataset.page === page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  problems.hidden = true;
  problems.textContent = '';
  events?.close();
  session = globalThis.crypto.randomUUID();
  events = new globalThis.EventSource(`/events?${new globalThis.URLSearchParams({ page, session })}`);
  events.addEventListener('joined', () => {
    view.src = `/view?${new globalThis.URLSearchParams({ page, theme: look })}`;
  });
  events.addEventListener('post', ({ data }) => view.contentWindow.postMessage(fromWire(data), '*'));
  events.addEventListener('problem', ({ data }) => {
    problems.hidden = false;
    problems.textContent += `${JSON.parse(data)}\n`;
  });
}

globalThis.addEventListener('message', ({ source, data }) => {
  if (source !== view.contentWindow) return;
  const address = `/send?${new globalThis.URLSearchParams({ session })}`;
  // One after the other, so that they arrive in order.
  sending = sending.then(() => globalThis.fetch(address, { method: 'POST', body: toWire(data) }));
});
globalThis.addEventListener('hashchange', show);
theme.addEventListener('change', () => {
  location.hash = `${chosen().page}/${theme.value}`;
});
width.addEventListener('change', () => {
  view.style.width = width.value;
});
reload.addEventListener('click', show);
show();

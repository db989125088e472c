import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openFile, runCommand } from '../workbench/drive/palette.js';
import { webview } from '../workbench/drive/webview.js';
import { startWorkbench } from '../workbench/start.js';
import { themes } from '../workbench/themes.js';

// Reads what a real workbench tells its webviews about the colours of each theme, and writes it into `themes`. Those are
// the values that `shoot.js` shows a webview in. Any webview will do: here it is the preview of a Markdown file.

const wanted =
  /^--vscode-(foreground|descriptionForeground|disabledForeground|errorForeground|focusBorder|contrast|icon-|text|widget-|input|dropdown|checkbox|button|badge|progressBar|list-|editor-(background|foreground|selection|inactive|font)|editorWidget|editorHoverWidget|editor(Error|Warning|Info)-|editorGroup-border|charts|scrollbar|toolbar|keybindingLabel|panel-border|sideBar-|terminal-ansi|testing-icon|diffEditor-(inserted|removed)Text|font-)/;

for (const theme of Object.keys(themes)) {
  const workbench = await startWorkbench({ theme, files: { 'a.md': '# A\n' }, log: console.log });
  try {
    await openFile(workbench.page, 'a.md');
    await runCommand(workbench.page, 'Markdown: Open Preview');
    const frame = await webview(workbench.page, '.vscode-body');
    const style = await frame.evaluate(() => {
      const own = globalThis.document.documentElement.style;
      return Array.from(own, (name) => [name, own.getPropertyValue(name).trim()]);
    });
    const variables = style.filter(([name]) => wanted.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `${JSON.stringify(Object.fromEntries(variables), null, 2)}\n`;
    await writeFile(join(import.meta.dirname, 'themes', `${theme}.json`), text);
    console.log(`${theme}: ${variables.length} of ${style.length} variables`);
  } finally {
    await workbench.close();
  }
}

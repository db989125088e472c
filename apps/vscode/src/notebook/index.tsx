import { render } from 'preact';
import * as v from 'valibot';

import { matrixOutput } from '../protocol/notebook.js';
import controlsStyle from '../webviews/shared/controls.css';
import figuresStyle from '../webviews/shared/figures.css';
import matrixStyle from '../webviews/shared/matrix/matrix.css';
import pageStyle from '../webviews/shared/page.css';
import tableStyle from '../webviews/shared/virtual-table.css';
import { OutputView } from './output-view.js';
import ownStyle from './notebook.css';

/** What VS Code hands to a renderer; see `vscode-notebook-renderer`. */
interface OutputItem {
  readonly id: string;
  json(): unknown;
}

interface Renderer {
  renderOutputItem(item: OutputItem, element: HTMLElement): void;
  disposeOutputItem(id?: string): void;
}

/** Called by VS Code when a notebook first shows an output of our type. */
export function activate(): Renderer {
  const shown = new Map<string, ShadowRoot>();
  const forget = (id: string): void => {
    const root = shown.get(id);
    if (root !== undefined) render(null, root);
    shown.delete(id);
  };
  return {
    renderOutputItem(item, element) {
      const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet()];
      shown.set(item.id, root);
      render(<OutputView output={readOutput(item)} themeClasses={document.body.className} />, root);
    },
    disposeOutputItem(id) {
      for (const one of id === undefined ? [...shown.keys()] : [id]) forget(one);
    },
  };
}

/** An output is from a file that anybody may have written. */
function readOutput(item: OutputItem) {
  try {
    return v.safeParse(matrixOutput, item.json());
  } catch {
    return v.safeParse(matrixOutput, undefined);
  }
}

let made: CSSStyleSheet | undefined;

function sheet(): CSSStyleSheet {
  if (made === undefined) {
    made = new CSSStyleSheet();
    // What a sheet imports is passed over in one that is made of text.
    made.replaceSync([controlsStyle, pageStyle, figuresStyle, matrixStyle, tableStyle, ownStyle].join('\n'));
  }
  return made;
}

import { checkNames } from '@tenfold/core';

import { checkScene } from '../../check-scene.js';
import { checkText, optionalText } from '../../label-texts.js';
import type { Scene, SceneTable } from '../../scene.js';
import { escapeText } from '../svg/markup.js';
import { toSvg } from '../svg/to-svg.js';
import { pageStyle } from './page-style.js';

/** In a narrower window a picture is scrolled and not shrunk further: its texts could not be read. */
const SMALLEST_WIDTH = 720;

/** The options of `toHtml`. */
export interface HtmlOptions {
  /** The page's title and heading. Default: the title of the first scene. */
  title?: string;
  /** A paragraph below the heading, as text. Default none. */
  intro?: string;
  /** The language of the texts, as a BCP 47 tag. Default "en". */
  language?: string;
}

/**
 * One or several scenes as a page of HTML that needs nothing else: no script, no font, no network. The page follows
 * the reader's light or dark scheme, pictures shrink to a narrow window, and each has its content as a table
 * below it, folded away.
 *
 * @throws ParameterError when something is no scene, or an option is unknown or no text
 */
export function toHtml(scenes: Scene | readonly Scene[], options: HtmlOptions = {}): string {
  const owner = 'toHtml';
  checkNames(owner, options, ['title', 'intro', 'language']);
  const all = Array.isArray(scenes) ? (scenes as readonly Scene[]) : [scenes as Scene];
  for (const scene of all) checkScene(owner, scene);
  const title = escapeText(optionalText(owner, 'title', options.title, all.at(0)?.title ?? 'Pictures'));
  const intro =
    options.intro === undefined ? '' : `<p>${escapeText(checkText(owner, 'intro', options.intro))}</p>\n`;
  const language = options.language === undefined ? 'en' : checkText(owner, 'language', options.language);
  return `<!doctype html>
<html lang="${escapeText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${intro}${all.map(figure).join('\n')}
</main>
</body>
</html>
`;
}

function figure(scene: Scene, index: number): string {
  const id = `picture-${index + 1}`;
  return `<figure>
<style>#${id} svg { min-width: ${Math.min(scene.width, SMALLEST_WIDTH)}px; }</style>
<div class="picture" id="${id}">${toSvg(scene)}</div>
<figcaption>${escapeText(scene.desc)}</figcaption>
<details><summary>Data as a table</summary>
${table(scene.table)}
</details>
</figure>`;
}

/** The table of a scene as HTML; the first cell of a row is its heading. */
function table({ caption, columns, rows }: SceneTable): string {
  const head = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeText(first)}</th>${cells}</tr>`;
  });
  return `<div class="table"><table>
<caption>${escapeText(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

import { escapeMarkup } from '@tenfold/core';

/** What a page is made from. */
export interface Page {
  /** The webview's bundle: `<name>.js` and `<name>.css`. */
  readonly name: string;
  readonly title: string;
  /** What it shows; the page keeps it. */
  readonly source: unknown;
}

/** Where a page is shown. */
export interface PageSetting {
  /** The language of what it says. */
  readonly language: string;
  /** Its texts in that language, by their English form; undefined for English. */
  readonly texts: Readonly<Record<string, string>> | undefined;
  /** What the policy calls the place of the bundles. */
  readonly cspSource: string;
  /** What its own script is known by; another one for every page. */
  readonly nonce: string;
  /** The address of a file of the bundles' folder. */
  readonly address: (file: string) => string;
}

/**
 * A webview's page as HTML. Its policy lets in nothing but its own script with what that imports, by
 * nonce, and its style sheets, by folder; pictures may also be blobs and data of its own making.
 */
export function pageHtml({ name, title, source }: Page, setting: PageSetting): string {
  const { language, texts, cspSource, nonce } = setting;
  const address = (file: string): string => escapeMarkup(setting.address(file));
  const data = (value: unknown): string => escapeMarkup(JSON.stringify(value));
  const policy = [
    "default-src 'none'",
    `img-src ${cspSource} blob: data:`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeMarkup(title)}</title>
    <link rel="stylesheet" href="${address(`${name}.css`)}" />
  </head>
  <body data-source="${data(source)}"${texts === undefined ? '' : ` data-texts="${data(texts)}"`}>
    <main id="root"></main>
    <script type="module" nonce="${nonce}" src="${address(`${name}.js`)}"></script>
  </body>
</html>
`;
}

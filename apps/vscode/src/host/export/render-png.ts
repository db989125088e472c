import * as vscode from 'vscode';

import { pictureContract, pictureSource } from '../../protocol/webviews/picture.js';
import { definePanel, type PanelOpener } from '../webview/panel.js';

/** Opens the page that draws. */
export interface PngServices {
  readonly panels: PanelOpener<unknown>;
}

/** Milliseconds after which the page is taken to have failed. */
const DRAWING_TIMEOUT_MS = 30_000;

/**
 * Turns a picture into pixels. The window itself draws it, in a panel that closes again at once: this works on the
 * desktop and in a browser, and needs no program of its own.
 *
 * @param services what opens panels
 * @param svg the picture
 * @param scale pixels for each of its units
 * @throws when the panel is closed before it is done, or cannot draw the picture
 */
export async function renderPng(services: PngServices, svg: string, scale: number): Promise<Uint8Array> {
  let shown: vscode.WebviewPanel | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const panel = definePanel({
        name: 'picture',
        source: pictureSource,
        contract: pictureContract,
        title: () => vscode.l10n.t('Drawing the picture…'),
        serve: () => ({
          take: () => ({ svg, scale }),
          deliver({ png }) {
            resolve(png);
            return null;
          },
          fail({ message }) {
            reject(new Error(message));
            return null;
          },
        }),
      });
      const timer = setTimeout(
        () => reject(new Error(vscode.l10n.t('The picture could not be drawn in time.'))),
        DRAWING_TIMEOUT_MS,
      );
      shown = services.panels.open(panel, { ticket: crypto.randomUUID() });
      shown.onDidDispose(() => {
        clearTimeout(timer);
        reject(new vscode.CancellationError());
      });
    });
  } finally {
    shown?.dispose();
  }
}

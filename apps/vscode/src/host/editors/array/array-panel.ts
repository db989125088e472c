import { displayName } from '@tenfold/arrays';
import * as vscode from 'vscode';

import { arrayContract, arraySource } from '../../../protocol/webviews/array.js';
import { definePanel, type Panel } from '../../webview/panel.js';
import type { Platform } from '../../shared/platform.js';
import { arrayHandlers } from './array-handlers.js';
import { FileFolder } from './file-folder.js';
import { ShownFile } from './shown-file.js';
import { uriName } from '../../files/uri-name.js';

/** The page of the editor of arrays. */
export function arrayPanel(platform: Platform): Panel<typeof arraySource, typeof arrayContract> {
  return definePanel({
    name: 'array',
    source: arraySource,
    contract: arrayContract,
    title: ({ file }) => displayName(uriName(vscode.Uri.parse(file, true))),
    serve: ({ file }, { closed }) => {
      const uri = vscode.Uri.parse(file, true);
      const folder = new FileFolder(platform, vscode.Uri.joinPath(uri, '..'));
      closed.addEventListener('abort', () => void folder.close(), { once: true });
      return {
        ...arrayHandlers(new ShownFile(uriName(uri), folder)),
        async openAsBytes() {
          await vscode.commands.executeCommand('tenfold.openAsBytes', uri);
          return null;
        },
      };
    },
  });
}

import * as vscode from 'vscode';

import type { Command } from './command.js';
import { fileArgument } from './file-argument.js';
import { activeFile } from '../files/active-file.js';

/** Microsoft's editor of bytes. */
const HEX_EDITOR = 'ms-vscode.hexeditor';

/** Opens a file (that of the active tab, when none is passed) as bytes where an editor for them is installed, else as text. */
export const openAsBytesCommand: Command = {
  id: 'openAsBytes',
  async run(_, argument) {
    const file = fileArgument(argument) ?? activeFile();
    if (file === undefined) throw new Error(vscode.l10n.t('Open a file first.'));
    const editor = vscode.extensions.getExtension(HEX_EDITOR) === undefined ? 'default' : 'hexEditor.hexedit';
    await vscode.commands.executeCommand('vscode.openWith', file, editor);
  },
};

import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

import type { FileArrays } from '../../protocol/values.js';

/** The most arrays that an error names as unreadable. */
const MOST_ARRAYS_NAMED = 3;

/**
 * Why an archive has nothing to train on: the arrays that cannot be read are named, with the reason.
 *
 * @param file the file's name
 * @param found what it holds
 */
export function noPair(file: string, found: FileArrays): InputError {
  const message = vscode.l10n.t('{0} holds no images with as many labels.', file);
  return new InputError(
    [message, ...found.broken.slice(0, MOST_ARRAYS_NAMED).map(({ reason }) => reason)].join(' '),
  );
}

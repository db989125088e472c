import { errorMessage } from '@tenfold/core';
import * as v from 'valibot';
import * as vscode from 'vscode';

import type { RunStore, StoredRun } from './run-store.js';

/** What there is to know of a run of the list. */
export interface Reading {
  readonly created: Date | undefined;
  readonly stored: StoredRun | undefined;
  readonly reason: string | undefined;
}

/** Reads a run, or finds out why that cannot be done. It does not reject. */
export async function readListedRun(store: RunStore, run: string): Promise<Reading> {
  try {
    const stored = await store.read(run);
    return { created: stored.created, stored, reason: undefined };
  } catch (error) {
    return { created: undefined, stored: undefined, reason: whyUnreadable(error) };
  }
}

function whyUnreadable(error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
    return vscode.l10n.t('metrics.json is missing');
  }
  if (error instanceof SyntaxError)
    return vscode.l10n.t('metrics.json is not JSON: {0}', errorMessage(error));
  if (v.isValiError(error)) {
    const [issue] = error.issues;
    const place = v.getDotPath(issue) ?? 'metrics.json';
    return vscode.l10n.t('metrics.json, "{0}": {1}', place, issue.message);
  }
  return errorMessage(error);
}

import * as v from 'valibot';
import * as vscode from 'vscode';

import { readModelFile } from '../models/read-model.js';
import { askWhere, saveAs } from '../files/save-as.js';
import { requireTrust } from '../shared/trust.js';
import type { Command } from './command.js';
import { runArgument } from '../runs/run-argument.js';

const target = v.object({ to: v.pipe(v.string(), v.nonEmpty()) });

/**
 * Writes a run's model to a file of its own. Its argument is `{ run, to }`, texts of URIs; what is missing is asked for.
 * Gives the text of the file's URI, or undefined when the question is closed.
 */
export const exportModelCommand: Command = {
  id: 'exportModel',
  async run(services, argument) {
    requireTrust();
    const given = v.safeParse(target, argument);
    const run = await runArgument(services, argument);
    // Reading it first makes sure that it is a model.
    const { name, text } = await readModelFile({ run });
    const file = `${name}.tenfold.json`;
    // Dialogs know endings of one part only, and would add one of two to a name that has it.
    const filters = { [vscode.l10n.t('Tenfold model')]: ['json'] };
    const to = given.success ? vscode.Uri.parse(given.output.to, true) : await askWhere(file, filters);
    if (to === undefined) return undefined;
    await saveAs(new TextEncoder().encode(text), { name: file, filters, to, isTold: !given.success });
    return to.toString();
  },
};

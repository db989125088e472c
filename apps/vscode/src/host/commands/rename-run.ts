import { InputError } from '@tenfold/core';
import * as v from 'valibot';
import * as vscode from 'vscode';

import { renameFolder } from '../runs/manage.js';
import { LONGEST_NAME, type NameProblem, nameProblem } from '../runs/manage-name.js';
import { requireTrust } from '../shared/trust.js';
import type { Command } from './command.js';
import { selectedRuns } from '../runs/selected-runs.js';
import { uriName } from '../files/uri-name.js';

const newName = v.object({ newName: v.string() });

/**
 * Renames a run's folder, which is what the run is called everywhere. Its argument is a run and, if it is known, the
 * `newName`; else that is asked for. Returns the text of the folder's new URI.
 */
export const renameRun: Command = {
  id: 'renameRun',
  async run(services, argument) {
    requireTrust();
    const [run] = await selectedRuns(services, argument);
    const others = await otherNames(run);
    const given = v.safeParse(newName, argument);
    const name = given.success ? given.output.newName : await askForName(uriName(run), others);
    const problem = nameProblem(name, others);
    if (problem !== undefined) throw new InputError(describeProblem(problem));
    const renamed = await renameFolder(run, name);
    await services.runList.moved(run.toString(), renamed.toString());
    services.runList.refresh();
    return renamed.toString();
  },
};

async function otherNames(run: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(run, '..'));
  const own = uriName(run);
  return entries.map(([name]) => name).filter((name) => name !== own);
}

async function askForName(old: string, others: readonly string[]): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Run'),
    prompt: vscode.l10n.t('The new name of the folder'),
    value: old,
    validateInput(text) {
      const problem = nameProblem(text, others);
      return problem === undefined ? undefined : describeProblem(problem);
    },
  });
  if (name === undefined || name === old) throw new vscode.CancellationError();
  return name;
}

function describeProblem(problem: NameProblem): string {
  const { t } = vscode.l10n;
  const texts: Readonly<Record<NameProblem, string>> = {
    empty: t('A run needs a name.'),
    long: t('A name has at most {0} characters.', LONGEST_NAME),
    characters: t('A name has none of these characters: \\ / : * ? " < > |'),
    ends: t('A name begins with no dot or space, and ends with none.'),
    reserved: t('Some systems keep this name for themselves.'),
    taken: t('There is a run of this name already.'),
  };
  return texts[problem];
}

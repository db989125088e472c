import * as vscode from 'vscode';

import { estimatorLabel } from '../../model/estimators.js';
import type { ListedRun, RunList } from './run-list.js';
import { hasGivenName, runLabel, runSummary } from './run-words.js';
import { type NamedRun, namedRun, namedRuns } from './run-reference.js';
import { plainLabel } from '../shared/plain-label.js';

/** Where the runs are. */
export interface RunServices {
  readonly runList: RunList;
}

interface RunPick extends vscode.QuickPickItem {
  readonly run: string;
}

/**
 * The run that a command is to work on: the one that its argument names, else the only one there is, else one that is
 * picked from a list.
 *
 * @param services where the runs are
 * @param argument `{ run: 'text of its folder’s URI' }`, an item of the Runs view, the folder's URI, or nothing
 * @returns the text of its folder's URI
 * @throws CancellationError when none was picked
 */
export async function runArgument(services: RunServices, argument: unknown): Promise<string> {
  const named = namedRun(argument);
  if (named !== undefined) return checkedUri(named);
  const runs = await readableRuns(services);
  if (runs.length === 1) return runs[0].run;
  const placeHolder = vscode.l10n.t('Which run?');
  const picked = await vscode.window.showQuickPick(runs.map(toPick), { placeHolder, matchOnDetail: true });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.run;
}

/**
 * The runs that a command is to work on, at least `least` of them: those that its argument names, else those that are
 * picked from a list, where `least` of the newest are picked already.
 *
 * @param services where the runs are
 * @param argument `{ runs: [...] }`, a list of what `runArgument` takes, one of it, or nothing
 * @param least how many there must be
 * @returns the texts of their folders' URIs
 * @throws CancellationError when too few were picked
 */
export async function runsArgument(services: RunServices, argument: unknown, least = 2): Promise<string[]> {
  const named = [...new Set(namedRuns(argument).map(checkedUri))];
  if (named.length >= least) return named;
  const runs = await readableRuns(services);
  const marked = new Set([...named, ...runs.map(({ run }) => run)].slice(0, Math.max(least, named.length)));
  const items = runs.map((run) => ({ ...toPick(run), picked: marked.has(run.run) }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('Which runs? At least {0}.', least),
    matchOnDetail: true,
  });
  if (picked === undefined || picked.length < least) throw new vscode.CancellationError();
  return picked.map(({ run }) => run);
}

async function readableRuns({ runList }: RunServices): Promise<readonly ListedRun[]> {
  const runs = (await runList.list()).filter(({ stored }) => stored !== undefined);
  if (runs.length === 0) {
    const train = vscode.l10n.t('Train on Digits');
    const text = vscode.l10n.t('There are no runs yet. Train a classifier first.');
    void vscode.window.showInformationMessage(text, train).then((chosen) => {
      if (chosen === train) void vscode.commands.executeCommand('tenfold.trainDigits');
    });
    throw new vscode.CancellationError();
  }
  return runs;
}

function toPick({ run, name, pinned, stored, folder }: ListedRun): RunPick {
  const facts =
    stored === undefined || hasGivenName(name, stored.result)
      ? [name]
      : [stored.result.dataset, estimatorLabel(stored.result.model)];
  if ((vscode.workspace.workspaceFolders ?? []).length > 1) facts.push(folder.workspaceFolder?.name ?? '');
  return {
    run,
    label: plainLabel(stored === undefined ? name : runLabel(name, stored.result)),
    detail: plainLabel(facts.join(' · ')),
    ...(stored !== undefined && { description: runSummary(stored.result) }),
    iconPath: new vscode.ThemeIcon(pinned ? 'pinned' : 'pass'),
  };
}

/** The text of a URI that was passed in either way. It throws when that is no URI. */
function checkedUri(run: NamedRun): string {
  return (typeof run === 'string' ? vscode.Uri.parse(run, true) : vscode.Uri.from(run)).toString();
}

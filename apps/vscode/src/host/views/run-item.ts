import * as vscode from 'vscode';
import { formatDuration } from '@tenfold/core';

import { viewsOf } from '../../model/estimators.js';
import type { ListedRun } from '../runs/run-list.js';
import { hasGivenName, runLabel, runSummary } from '../runs/run-words.js';
import type { StoredRun } from '../runs/run-store.js';
import { runTooltip } from './run-tooltip.js';

/** How a run looks in the view. The menus of package.json go by its `contextValue`. */
export function runItem(run: ListedRun): vscode.TreeItem {
  const item = new vscode.TreeItem(run.name);
  item.id = run.run;
  const pinned = run.pinned ? 'pinned' : 'unpinned';
  const { stored } = run;
  if (stored === undefined) return brokenItem(item, run, pinned);
  item.contextValue = ['run', pinned, ...viewsOf(stored.result.model)].join(';');
  item.label = runLabel(run.name, stored.result);
  item.description = description(run, stored);
  item.iconPath = iconOf(run, stored);
  item.tooltip = new vscode.MarkdownString(tooltip(stored));
  item.accessibilityInformation = { label: spoken(run, stored) };
  item.command = {
    command: 'tenfold.openRun',
    title: vscode.l10n.t('Open Run'),
    arguments: [{ run: run.run }],
  };
  return item;
}

function brokenItem(item: vscode.TreeItem, run: ListedRun, pinned: string): vscode.TreeItem {
  const reason = run.reason ?? '';
  item.contextValue = `broken;${pinned}`;
  item.description = reason;
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = vscode.l10n.t('{0} is not a run that can be read: {1}', run.name, reason);
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}: not readable, {1}', run.name, reason),
  };
  return item;
}

function iconOf({ pinned }: ListedRun, { result }: StoredRun): vscode.ThemeIcon {
  if (pinned) return new vscode.ThemeIcon('pinned');
  if (result.converged !== false)
    return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon('circle-large-outline');
}

function tooltip({ name, created, result }: StoredRun): string {
  const { t } = vscode.l10n;
  return runTooltip(
    { name, created: created.toLocaleString(vscode.env.language), result },
    {
      dataset: t('Data set'),
      estimator: t('Classifier'),
      accuracy: { test: t('Accuracy'), train: t('Accuracy on the training rows') },
      fit: t('Fit'),
      iterations: t('Iterations'),
      rows: t('Rows: training + test'),
      notConverged: t('the limit; not converged'),
    },
  );
}

/** Accuracy and time of the fit; then what tells runs apart that have no names of their own. */
function description({ name, folder }: ListedRun, { created, result }: StoredRun): string {
  const parts = [runSummary(result)];
  if (hasGivenName(name, result)) parts.push(shortTime(created));
  if (severalFolders()) parts.push(folder.workspaceFolder?.name ?? '');
  return parts.join(' · ');
}

function shortTime(created: Date): string {
  const day = { month: 'short', day: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const today = created.toDateString() === new Date().toDateString();
  return created.toLocaleString(vscode.env.language, today ? time : { ...day, ...time });
}

function spoken({ name, pinned }: ListedRun, { created, result }: StoredRun): string {
  const accuracy = (100 * result.accuracy).toFixed(2);
  const label = vscode.l10n.t(
    '{0}: accuracy {1} percent, fitted in {2}, {3}',
    runLabel(name, result),
    accuracy,
    formatDuration(result.seconds.fit),
    shortTime(created),
  );
  return pinned ? vscode.l10n.t('{0}, pinned', label) : label;
}

function severalFolders(): boolean {
  return (vscode.workspace.workspaceFolders ?? []).length > 1;
}

import * as vscode from 'vscode';

import type { ListedRun } from '../runs/run-list.js';
import { duration, runSummary } from '../runs/run-words.js';
import type { StoredRun } from '../runs/run-store.js';
import { runTooltip } from './run-tooltip.js';

/** How a run looks in the view. The menus of package.json go by its `contextValue`. */
export function runItem(run: ListedRun): vscode.TreeItem {
  const item = new vscode.TreeItem(run.name);
  item.id = run.run;
  const pinned = run.pinned ? 'pinned' : 'unpinned';
  const { stored } = run;
  if (stored === undefined) return brokenItem(item, run, pinned);
  const where = severalFolders() ? run.folder.workspaceFolder?.name : undefined;
  item.contextValue = `run;${pinned}`;
  item.description = [runSummary(stored.result), where].filter((part) => part !== undefined).join(' · ');
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
  if (result.converged) return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon('circle-large-outline');
}

function tooltip({ name, created, result }: StoredRun): string {
  const { t } = vscode.l10n;
  return runTooltip(
    { name, created: created.toLocaleString(vscode.env.language), result },
    {
      dataset: t('Data set'),
      solver: t('Solver'),
      accuracy: { test: t('Accuracy'), train: t('Accuracy on the training rows') },
      fit: t('Fit'),
      iterations: t('Iterations'),
      rows: t('Rows: training + test'),
      notConverged: t('the limit; not converged'),
    },
  );
}

function spoken({ name, pinned }: ListedRun, { result }: StoredRun): string {
  const accuracy = (100 * result.accuracy).toFixed(2);
  const label = vscode.l10n.t(
    '{0}: accuracy {1} percent, fitted in {2}',
    name,
    accuracy,
    duration(result.seconds.fit),
  );
  return pinned ? vscode.l10n.t('{0}, pinned', label) : label;
}

function severalFolders(): boolean {
  return (vscode.workspace.workspaceFolders ?? []).length > 1;
}

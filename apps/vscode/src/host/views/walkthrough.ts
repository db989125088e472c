import * as vscode from 'vscode';

/** What the walkthrough waits for beside commands: see `completionEvents` in package.json. */
export type Milestone = 'sawCell' | 'readDrawing';

const reached = new Set<Milestone>();

/** Marks a step of the walkthrough as done: the images behind a cell were seen, a drawing was read. */
export function reach(milestone: Milestone): void {
  if (reached.has(milestone)) return;
  reached.add(milestone);
  void vscode.commands.executeCommand('setContext', `tenfold.${milestone}`, true);
}

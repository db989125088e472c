import * as vscode from 'vscode';

/** What the walkthrough waits for, a step each: see `completionEvents` in package.json. */
export type Milestone = 'sawDigits' | 'trained' | 'sawCell' | 'sawMistakes' | 'readDrawing';

const reached = new Set<Milestone>();

/** Milliseconds that a walkthrough takes to open, before which it does not follow changes of context keys. */
const OPENING_MS = 500;

/** Marks a step of the walkthrough as done. */
export function reach(milestone: Milestone): void {
  if (reached.has(milestone)) return;
  reached.add(milestone);
  void tell(milestone, true);
}

/**
 * Opens the walkthrough. The window takes no notice of what was true before it knew the steps, so that it is told again
 * what has been done already.
 */
export async function openWalkthrough(extension: string): Promise<void> {
  const before = [...reached];
  await Promise.all(before.map((milestone) => tell(milestone, false)));
  const open = (): Thenable<unknown> =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension}#start`, false);
  // A window that has not read the walkthroughs yet opens its own page first; then it knows them.
  await open();
  await open();
  setTimeout(() => before.forEach((milestone) => void tell(milestone, true)), OPENING_MS);
}

async function tell(milestone: Milestone, isReached: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', `tenfold.${milestone}`, isReached);
}

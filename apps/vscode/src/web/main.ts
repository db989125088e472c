import type * as vscode from 'vscode';

// Host and worker have most of their code in common, so they are one bundle, of which each starts its own half.

/** Called by VS Code for the Web when the extension is first needed. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const host = await import('./extension.js');
  host.activate(context);
}

/** Called in the training worker: see start-worker.ts. */
export async function work(mnist: string): Promise<void> {
  const { startServing } = await import('./training-worker.js');
  startServing(mnist);
}

import * as vscode from 'vscode';

import { remove } from './manage.js';
import { isOldTrash } from './manage-trash.js';
import { Pins } from './run-list-pins.js';
import { readListedRun } from './run-list-read.js';
import { runFolders, type RunFolder } from './run-folders.js';
import { runWatchPattern } from './run-folder-path.js';
import { compareRuns } from './run-order.js';
import type { RunStore, StoredRun } from './run-store.js';
import { uriName } from '../files/uri-name.js';

/** A run of the list: one that can be read, or one that cannot, and why. */
export interface ListedRun {
  /** The text of its folder's URI: what commands take and what panels show. */
  readonly run: string;
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly folder: RunFolder;
  readonly pinned: boolean;
  readonly created: Date | undefined;
  /** What it is; undefined when it cannot be read. */
  readonly stored: StoredRun | undefined;
  /** Why it cannot be read. */
  readonly reason: string | undefined;
}

interface Known {
  readonly version: string;
  readonly read: Promise<Pick<ListedRun, 'created' | 'stored' | 'reason'>>;
}

/** How many runs are read at a time. */
const MOST_READS_AT_ONCE = 16;

/** Milliseconds within which several changes are reported as one. */
const DEBOUNCE_MS = 150;

/** The runs of the window's folders. It begins to watch them when it is first asked. */
export class RunList implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when runs were added, removed or changed. */
  readonly onDidChange = this.#changed.event;
  /** The runs that are selected in the view: what a key pressed there is meant for. */
  selection: readonly string[] = [];
  readonly #context: vscode.ExtensionContext;
  readonly #store: RunStore;
  readonly #pins: Pins;
  readonly #known = new Map<string, Known>();
  #watchers: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: vscode.ExtensionContext, store: RunStore) {
    this.#context = context;
    this.#store = store;
    this.#pins = new Pins(context.workspaceState);
  }

  /** All runs: pinned ones first, then the newest. A folder that is not there holds none. */
  async list(): Promise<readonly ListedRun[]> {
    this.#watchers ??= this.#watch();
    const folders = runFolders(this.#context);
    const found = (await Promise.all(folders.map((folder) => this.#foldersIn(folder)))).flat();
    this.#forgetAllBut(new Set(found.map(({ uri }) => uri.toString())));
    const runs: ListedRun[] = [];
    for (let i = 0; i < found.length; i += MOST_READS_AT_ONCE) {
      const some = found.slice(i, i + MOST_READS_AT_ONCE).map(({ folder, uri }) => this.#read(folder, uri));
      for (const run of await Promise.all(some)) runs.push(run);
    }
    return runs.sort(compareRuns);
  }

  /** Has the runs looked at anew. */
  refresh(): void {
    this.#known.clear();
    this.#changed.fire();
  }

  /** Keeps a run on top of the list, or no longer. */
  async pin(run: string, pinned: boolean): Promise<void> {
    await this.#pins.set(run, pinned);
    this.#changed.fire();
  }

  /** Hands a run's pin over to the name that it has now. */
  async moved(from: string, to: string): Promise<void> {
    if (!this.#pins.has(from)) return;
    await this.#pins.set(from, false);
    await this.pin(to, true);
  }

  /** Ends the watching. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    this.#changed.dispose();
  }

  async #foldersIn(folder: RunFolder): Promise<{ folder: RunFolder; uri: vscode.Uri }[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder.uri);
      void this.#sweep(folder, entries);
      return entries
        .filter(([name, type]) => (type & vscode.FileType.Directory) !== 0 && !name.startsWith('.'))
        .map(([name]) => ({ folder, uri: vscode.Uri.joinPath(folder.uri, name) }));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && /NotFound|NotADirectory/.test(error.code)) return [];
      throw error;
    }
  }

  /** Removes what windows that were closed had deleted. */
  async #sweep(folder: RunFolder, entries: readonly [string, vscode.FileType][]): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    for (const [name] of entries.filter(([name]) => isOldTrash(name, Date.now())))
      await remove(vscode.Uri.joinPath(folder.uri, name)).catch(() => undefined);
  }

  async #read(folder: RunFolder, uri: vscode.Uri): Promise<ListedRun> {
    const run = uri.toString();
    const version = await versionOf(uri);
    let known = this.#known.get(run);
    if (known?.version !== version) {
      known = { version, read: readListedRun(this.#store, run) };
      this.#known.set(run, known);
    }
    const name = uriName(uri);
    return { run, uri, name, folder, pinned: this.#pins.has(run), ...(await known.read) };
  }

  #forgetAllBut(runs: ReadonlySet<string>): void {
    for (const run of this.#known.keys()) if (!runs.has(run)) this.#known.delete(run);
  }

  #watch(): vscode.Disposable {
    let watchers: vscode.Disposable[] = [];
    const restart = (): void => {
      vscode.Disposable.from(...watchers).dispose();
      watchers = runFolders(this.#context).map((folder) => this.#watchFolder(folder));
    };
    restart();
    const again = (): void => {
      restart();
      this.refresh();
    };
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('tenfold.runFolder')) again();
      }),
      new vscode.Disposable(() => {
        vscode.Disposable.from(...watchers).dispose();
      }),
    );
  }

  #watchFolder({ workspaceFolder, uri, segments }: RunFolder): vscode.Disposable {
    const pattern =
      workspaceFolder === undefined
        ? new vscode.RelativePattern(uri, '{*,*/metrics.json}')
        : new vscode.RelativePattern(workspaceFolder, runWatchPattern(segments));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed.fire(), DEBOUNCE_MS);
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(tell),
      watcher.onDidChange(tell),
      watcher.onDidDelete(tell),
    );
  }
}

/** Tells one state of a run's figures from the next. */
async function versionOf(uri: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, 'metrics.json'));
    return `${mtime} ${size}`;
  } catch {
    return 'missing';
  }
}

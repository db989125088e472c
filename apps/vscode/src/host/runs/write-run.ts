import { type ReplacingFileSystem, writeChecked } from '../files/write-checked.js';

/** What of a file system a run is written by; `vscode.workspace.fs` is one. `U` is how it calls files. */
export interface RunFileSystem<U> extends ReplacingFileSystem<U> {
  createDirectory(folder: U): PromiseLike<void>;
  readDirectory(folder: U): PromiseLike<readonly (readonly [name: string, ...rest: unknown[]])[]>;
}

/** A run to write. */
export interface RunToWrite {
  /** What its folder is to be called. */
  readonly name: string;
  /** The text of each file, by its name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where and how to write. */
export interface RunPlace<U> {
  readonly fs: RunFileSystem<U>;
  /** The folder of the runs; made when it is not there. */
  readonly parent: U;
  readonly join: (folder: U, name: string) => U;
}

const TEMPORARY = '.tmp-';

/** Milliseconds after which a folder with a temporary name was left behind by a window that ended while it wrote. */
const STALE_AFTER_MS = 10 * 60_000;

/**
 * Writes a run's folder as one step: it is filled under a temporary name and renamed, so that whoever watches sees a
 * whole run or none. Where the name is taken, "-2", "-3" … is put behind it. What earlier windows left unfinished is
 * removed.
 *
 * @param place where
 * @param run what
 * @param signal cancels it until the folder is renamed; nothing stays behind
 * @returns the run's folder
 * @throws ShortFileError when it kept less than was written; whatever the file system throws; nothing stays behind
 */
export async function writeRunFolder<U>(
  place: RunPlace<U>,
  run: RunToWrite,
  signal?: AbortSignal,
): Promise<U> {
  const { fs, parent, join } = place;
  signal?.throwIfAborted();
  await fs.createDirectory(parent);
  await removeStale(place);
  const building = join(parent, temporaryName());
  try {
    await fs.createDirectory(building);
    const encoder = new TextEncoder();
    for (const [file, text] of Object.entries(run.files)) {
      signal?.throwIfAborted();
      await writeChecked(fs, join(building, file), encoder.encode(text));
    }
    signal?.throwIfAborted();
    return await renameToFree(place, building, run.name);
  } catch (error) {
    await removeQuietly(fs, building);
    throw error;
  }
}

async function renameToFree<U>({ fs, parent, join }: RunPlace<U>, building: U, name: string): Promise<U> {
  for (let copy = 1; ; copy++) {
    const wanted = copy === 1 ? name : `${name}-${copy}`;
    const taken = new Set((await fs.readDirectory(parent)).map(([entry]) => entry));
    if (taken.has(wanted)) continue;
    const target = join(parent, wanted);
    try {
      await fs.rename(building, target, { overwrite: false });
      return target;
    } catch (error) {
      // Another window may have taken the name since.
      const now = new Set((await fs.readDirectory(parent)).map(([entry]) => entry));
      if (!now.has(wanted)) throw error;
    }
  }
}

async function removeStale<U>({ fs, parent, join }: RunPlace<U>): Promise<void> {
  for (const [name] of await fs.readDirectory(parent)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const since = Number.parseInt(name.slice(TEMPORARY.length), 36);
    if (!(Date.now() - since < STALE_AFTER_MS)) await removeQuietly(fs, join(parent, name));
  }
}

async function removeQuietly<U>(fs: RunFileSystem<U>, folder: U): Promise<void> {
  try {
    await fs.delete(folder, { recursive: true });
  } catch {
    // It was never made, or somebody else has removed it; the next run tries again.
  }
}

/** When it was begun, and something that no other window has. */
function temporaryName(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${TEMPORARY}${Date.now().toString(36)}-${random[0].toString(36)}${random[1].toString(36)}`;
}

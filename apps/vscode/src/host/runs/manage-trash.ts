const PREFIX = '.trash-';

/** Milliseconds after which a deleted run cannot be restored any more: the window that offered it was closed. */
const TRASH_KEPT_MS = 24 * 60 * 60_000;

/**
 * What a deleted run's folder is called until it is really removed. Names with a dot before them are not listed.
 *
 * @param name the run's name
 * @param time when it was deleted, in milliseconds since 1970
 */
export function trashName(name: string, time: number): string {
  return `${PREFIX}${time.toString(36)}-${name}`;
}

/** Whether a folder is a deleted run that a closed window left behind. */
export function isOldTrash(name: string, now: number): boolean {
  if (!name.startsWith(PREFIX)) return false;
  const time = Number.parseInt(name.slice(PREFIX.length), 36);
  return now - time > TRASH_KEPT_MS;
}

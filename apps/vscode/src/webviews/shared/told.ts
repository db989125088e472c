/** Lets a command run. When it fails, the window itself tells the user, so nothing is left to say here. */
export function told(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** Lets a command of the host run, whose failure the window itself shows: there is nothing left to say in the page. */
export function ignoreFailure(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

/** What a run is called in the title of a tab: the name of its folder. */
export function runTitle(run: string): string {
  const name = run.replace(/\/+$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

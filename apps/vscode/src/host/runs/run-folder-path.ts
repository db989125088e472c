/** Where runs are kept when the setting does not say, below the workspace folder. */
export const DEFAULT_RUN_FOLDER = '.tenfold/runs';

/**
 * The folders that lead from a workspace folder to its runs. What leads out of the workspace folder, or nowhere, is not
 * taken: then it is the default.
 *
 * @param setting the setting `tenfold.runFolder`: a path relative to the workspace folder
 */
export function runFolderSegments(setting: string): readonly string[] {
  const segments = setting
    .trim()
    .split(/[\\/]/)
    .filter((segment) => segment !== '.' && segment !== '');
  const inside = segments.length > 0 && !/^([\\/]|[A-Za-z][\w+.-]*:)/.test(setting.trim());
  const plain = segments.every((segment) => segment !== '..' && !segment.includes('\0'));
  return inside && plain ? segments : DEFAULT_RUN_FOLDER.split('/');
}

/**
 * The pattern, relative to the workspace folder, of whatever tells that its runs have changed: the folders that lead to
 * them, the runs' own folders and their figures.
 *
 * @param segments what `runFolderSegments` gave
 */
export function runWatchPattern(segments: readonly string[]): string {
  // A folder with a character that means something in a pattern is watched with everything below it.
  if (segments.some((segment) => /[*?{}[\],!]/.test(segment))) return '**';
  const leading = segments.map((_, i) => segments.slice(0, i + 1).join('/'));
  const runs = segments.join('/');
  return `{${[...leading, `${runs}/*`, `${runs}/*/metrics.json`].join(',')}}`;
}

import { definitions } from '../../model/estimators.js';
import { modelSlug } from './model-slug.js';

/** What a run's folder is called. */
export function runFolderName(run: string): string {
  const name = run.replace(/\/+$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A name as runs are written under: the time, the data set, the classifier and the number of a copy. */
const WRITTEN = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)Z-(.+?)-(?:${definitions.map(({ name }) => modelSlug(name)).join('|')})(?:-\\d+)?$`,
);

/**
 * What a run is called in the title of a tab, which has little room: the name that somebody gave it, else its data set
 * and the time of day, "mnist · 14:02".
 */
export function runTitle(run: string): string {
  const name = runFolderName(run);
  const parts = WRITTEN.exec(name);
  if (parts === null) return name;
  const [, day, hour, minute, second, dataset] = parts;
  const time = new Date(`${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time.getTime())) return name;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${dataset} · ${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

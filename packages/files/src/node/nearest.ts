import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The part of a path, from its beginning, that is there. */
export async function nearestThere(path: string): Promise<{ path: string; stats: Stats | undefined }> {
  let nearest = path;
  let stats = await look(nearest);
  while (stats === undefined && dirname(nearest) !== nearest) {
    nearest = dirname(nearest);
    stats = await look(nearest);
  }
  return { path: nearest, stats };
}

async function look(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

import { resolve } from 'node:path';

import envPaths from 'env-paths';

/** The folder for data and whether the user named it. */
export interface DataHome {
  readonly folder: string;
  /** False for the platform's cache folder. */
  readonly named: boolean;
}

/** The folder of data: the option, else the environment's TENFOLD_DATA, else the platform's cache folder. */
export function findDataHome(option: string | undefined): DataHome {
  const named = option ?? process.env.TENFOLD_DATA;
  if (named !== undefined && named !== '') return { folder: resolve(named), named: true };
  return { folder: envPaths('tenfold', { suffix: '' }).cache, named: false };
}

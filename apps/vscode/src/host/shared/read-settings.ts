import * as v from 'valibot';

/** What the user may set, read and checked. */
export interface Settings {
  /** A folder to look for MNIST in before the extension's own, or '' for none. */
  readonly dataHome: string;
  /** Most threads to train with, or null for as many as there are processors. */
  readonly threads: number | null;
  /** Rows kept for testing: a share below 1, or a number of rows; 0 for none. */
  readonly testSize: number;
  /** The split's seed. */
  readonly randomState: number;
  readonly heatmapStyle: 'theme' | 'seaborn' | 'matplotlib';
  /** Whether the curve of a training that takes longer than a moment is shown beside the editor. */
  readonly showCurve: boolean;
  /** The folder of the runs, relative to the workspace folder. */
  readonly runFolder: string;
}

const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));

/** Below 1 a share, above it a number of rows; see `isTestSize`. */
export const testSizeSchema = v.pipe(
  v.number(),
  v.check(isTestSize, 'a share below 1, or a whole number of rows, or 0'),
);

/** A relative path that stays inside its folder. */
const innerPath = v.pipe(
  v.string(),
  v.check(
    (path) => path !== '' && !/^([/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..'),
    'a path inside the workspace folder',
  ),
);

const schemas = {
  dataHome: v.string(),
  threads: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
  testSize: testSizeSchema,
  randomState: seed,
  heatmapStyle: v.picklist(['theme', 'seaborn', 'matplotlib']),
  showCurve: v.boolean(),
  runFolder: innerPath,
};

/** What holds where nothing, or nothing sensible, is set. The same stand in package.json. */
export const DEFAULT_SETTINGS: Settings = {
  dataHome: '',
  threads: null,
  testSize: 0.25,
  randomState: 0,
  heatmapStyle: 'theme',
  showCurve: true,
  runFolder: '.tenfold/runs',
};

/**
 * Reads the settings. One that is wrong counts as not set.
 *
 * @param read gives what is set under a name
 * @param complain called with each setting that is wrong
 */
export function readSettings(
  read: (name: keyof Settings) => unknown,
  complain: (name: keyof Settings, value: unknown, problem: string) => void,
): Settings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const name of Object.keys(schemas) as (keyof Settings)[]) {
    const value = read(name);
    if (value === undefined) continue;
    const parsed = v.safeParse<v.GenericSchema>(schemas[name], value);
    if (parsed.success) settings[name] = parsed.output;
    else complain(name, value, parsed.issues[0].message);
  }
  return settings as unknown as Settings;
}

/** Whether so much can be kept for testing: a share, or whole rows. */
export function isTestSize(value: number): boolean {
  return value === 0 || (value > 0 && value < 1) || (Number.isInteger(value) && value > 1);
}

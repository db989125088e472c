import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());

/** What names a run: `run` is the text of its folder's URI. The items of the Runs view are such, too. */
const runReference = v.object({ run: text });
const runReferences = v.object({ runs: v.array(text) });

/** The parts of a URI. */
const components = v.object({
  scheme: text,
  authority: v.exactOptional(v.string()),
  path: text,
  query: v.exactOptional(v.string()),
  fragment: v.exactOptional(v.string()),
});

/** A run's folder: the text of its URI, or the URI's parts. */
export type NamedRun = string | v.InferOutput<typeof components>;

/** The run that a command's argument names: `{ run }`, or the URI of its folder; undefined when it names none. */
export function namedRun(argument: unknown): NamedRun | undefined {
  const parsed = v.safeParse(v.union([runReference, v.object({ uri: components }), components]), argument);
  if (!parsed.success) return undefined;
  const named = parsed.output;
  if ('run' in named) return named.run;
  return 'uri' in named ? named.uri : named;
}

/** The runs that a command's argument names: `{ runs }`, a list of what `namedRun` takes, or one. */
export function namedRuns(argument: unknown): readonly NamedRun[] {
  const several = v.safeParse(runReferences, argument);
  if (several.success) return several.output.runs;
  const parts = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  return parts.map(namedRun).filter((run) => run !== undefined);
}

/**
 * A menu of a tree passes the item that was clicked and all that are selected. As one argument, that is the item's run and
 * the runs of all. Whatever else was passed stays as it is.
 *
 * @param argument the item that was clicked
 * @param selection all that are selected
 */
export function withSelection(argument: unknown, selection: unknown): unknown {
  if (!Array.isArray(selection) || selection.length < 2) return argument;
  const run = v.safeParse(runReference, argument);
  const all = v.safeParse(v.array(runReference), selection);
  if (!run.success || !all.success) return argument;
  return { run: run.output.run, runs: all.output.map((item) => item.run) };
}

/** One hyper-parameter that does not go with the others: what it must be, as the words after "must be". */
export interface RuleFault {
  readonly param: string;
  readonly expected: string;
}

/** What must hold between hyper-parameters: says which does not go with the others, or nothing. */
export type Rule<Settings> = (settings: Settings) => RuleFault | undefined;

/**
 * A rule that forbids values which do not go together.
 *
 * @param values hyper-parameters with the values that do not go together
 * @param param the one that an error names
 * @param expected what that one must be then, as the words after "must be"
 */
export function forbid<Settings extends object>(
  values: NoInfer<Partial<Settings>>,
  param: NoInfer<keyof Settings & string>,
  expected: string,
): Rule<Settings> {
  const names = Object.keys(values) as (keyof Settings)[];
  return (settings) =>
    names.every((name) => Object.is(settings[name], values[name])) ? { param, expected } : undefined;
}

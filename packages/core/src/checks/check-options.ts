import {
  checkBoolean,
  checkInteger,
  checkNames,
  checkNumber,
  checkOneOf,
  type NumberRange,
} from './checks.js';

/**
 * Reads one option: gives the value to use, or throws a ParameterError.
 *
 * @param value what came; undefined when the option was left out
 * @param owner the function or class that was called
 * @param name the option's name
 */
export type OptionReader<T> = (value: unknown, owner: string, name: string) => T;

/** One reader for each option of `Options`; write tables of readers as `{ … } satisfies OptionReaders<Options>`. */
export type OptionReaders<Options> = { readonly [Name in keyof Required<Options>]: OptionReader<unknown> };

/** What readers give: each option's value, checked, with its default where it was left out. */
export type CheckedOptions<Readers> = {
  -readonly [Name in keyof Readers]: Readers[Name] extends OptionReader<infer T> ? T : never;
};

/**
 * Checks an options object: every name must be one of the readers', every value as its reader has it.
 *
 * @param owner the function or class that was called
 * @param options what the caller gave
 * @param readers one for each option there is
 * @returns the values to use
 * @throws ParameterError when it is no object, has another name in it (a near miss is suggested), or a value is refused
 */
export function checkOptions<const Readers extends Readonly<Record<string, OptionReader<unknown>>>>(
  owner: string,
  options: unknown,
  readers: Readers,
): CheckedOptions<Readers> {
  checkNames(owner, options, Object.keys(readers));
  const given = options as Readonly<Record<string, unknown>>;
  const checked = Object.entries(readers).map(([name, read]) => [name, read(given[name], owner, name)]);
  return Object.fromEntries(checked) as CheckedOptions<Readers>;
}

/** Reads true or false. */
export function booleanOption(fallback: boolean): OptionReader<boolean> {
  return (value = fallback, owner, name) => checkBoolean(owner, name, value);
}

/** Reads a whole number of a range. */
export function integerOption(fallback: number, range: NumberRange = {}): OptionReader<number> {
  return (value = fallback, owner, name) => checkInteger(owner, name, value, range);
}

/** Reads a number of a range. Without a default (undefined) the option is required. */
export function numberOption(fallback: number | undefined, range: NumberRange = {}): OptionReader<number> {
  return (value = fallback, owner, name) => checkNumber(owner, name, value, range);
}

/** Reads one of a few words, or of other values such as null. */
export function choiceOption<const T extends string, const Fallback>(
  fallback: Fallback,
  choices: readonly T[],
): OptionReader<T | Fallback> {
  return (value = fallback, owner, name) =>
    value === fallback ? fallback : checkOneOf(owner, name, value, choices);
}

/** Lets null pass beside what another reader reads. */
export function orNull<T>(read: OptionReader<T>): OptionReader<T | null> {
  return (value, owner, name) => (value === null ? null : read(value, owner, name));
}

/** Passes a value on to a check that needs more than the value, such as the number of samples. */
export function checkedLater<T>(): OptionReader<T> {
  return (value) => value as T;
}

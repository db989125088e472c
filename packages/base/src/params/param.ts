import type { NumberRange } from '@tenfold/core';

/** A value that JSON can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * One hyper-parameter, described as data: checks, types, flags, questions, schemas and docs are made of it.
 *
 * `Value` is what an estimator works with, `Option` what its users write.
 */
export interface Param<Value, Option = Value> {
  /** What kind of value it is: by it a command line reads text and a form chooses its field. */
  readonly kind: 'integer' | 'number' | 'boolean' | 'choice' | 'interval' | 'list' | 'grid' | 'classWeight';
  /** What it is when it is left out. */
  readonly default: Option;
  /** What it does, in one sentence that begins with a capital. Ranges and defaults are said by the description itself. */
  readonly doc: string;
  /** Whether a form asks for it; the others keep their default there. */
  readonly ask: boolean;
  /**
   * Whether it has a meaning only where a program fits one object time after time: command lines, forms and tasks leave it
   * out. Default false.
   */
  readonly onlyInCode?: boolean | undefined;
  /** What its values are, in words: "a whole number of at least 1". */
  readonly expected: string;
  /** The words that a choice is between. */
  readonly choices?: readonly string[] | undefined;
  /** The range of a number. */
  readonly range?: NumberRange | undefined;
  /** Whether null is a value too: it is none, or without limit. */
  readonly isNullable: boolean;
  /** Values that are accepted and refused, at the bounds and beyond them: for checks of an estimator. */
  readonly bounds: { readonly accepted: readonly Option[]; readonly refused: readonly unknown[] };
  /**
   * Reads a value that was given.
   *
   * @throws ParameterError when it is refused
   */
  readonly check: (owner: string, name: string, value: unknown) => Value;
  /** A value as JSON. */
  readonly toJson: (value: Value) => JsonValue;
  /** What `check` reads, of what `toJson` made; anything else passes through, for `check` to refuse. */
  readonly fromJson: (json: unknown) => unknown;
}

/** The hyper-parameters of an estimator whose users write `Options` and which works with `Settings`. */
export type ParamsOf<Options extends object, Settings extends object> = {
  readonly [Name in keyof Settings]: Param<Settings[Name], OptionOf<Options, Name>>;
};

/** Without the undefined of an option that is left out, unless it is the option's default. */
type OptionOf<Options, Name> = Name extends keyof Options ? Required<Options>[Name] : never;

/** Any table of hyper-parameters. */
export type ParamTable = Readonly<Record<string, Param<unknown, unknown>>>;

/** What every description of a hyper-parameter says. */
export interface ParamText<Option> {
  /** What it is when it is left out. */
  readonly default: Option;
  /** What it does, in one sentence. */
  readonly doc: string;
  /** Whether a form asks for it. Default false. */
  readonly ask?: boolean;
}

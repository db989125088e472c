import { checkNames, ParameterError } from '@tenfold/core';

import type { Rule } from './rules.js';
import type { JsonValue, ParamsOf, ParamTable } from './param.js';

/**
 * Checks what a user gave for an estimator's hyper-parameters.
 *
 * @param owner the estimator's class name
 * @param params their descriptions
 * @param rules what must hold between them
 * @param options what the user gave
 * @returns a value for each, defaults filled in
 * @throws ParameterError when one is unknown (a near miss is suggested), out of range, or does not go with another
 */
export function checkParams<Options extends object, Settings extends object>(
  owner: string,
  params: ParamsOf<Options, Settings>,
  rules: readonly Rule<Settings>[],
  options: unknown,
): Settings {
  const table = params as ParamTable;
  checkNames(owner, options, Object.keys(table));
  const given = options as Readonly<Record<string, unknown>>;
  const settings = Object.fromEntries(
    Object.entries(table).map(([name, param]) => {
      const value = given[name];
      return [name, param.check(owner, name, value === undefined ? param.default : value)];
    }),
  ) as Settings;
  for (const rule of rules) {
    const fault = rule(settings);
    if (fault === undefined) continue;
    throw new ParameterError(owner, fault.param, fault.expected, settings[fault.param as keyof Settings]);
  }
  return settings;
}

/** Checked hyper-parameters as JSON. */
export function paramsToJson(table: ParamTable, settings: object): Record<string, JsonValue> {
  const values = settings as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(table).map(([name, param]) => [name, param.toJson(values[name])]));
}

/** What `checkParams` reads, of what `paramsToJson` made. Names that are not known stay, to be refused. */
export function paramsFromJson(
  table: ParamTable,
  json: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      Object.hasOwn(table, name) ? table[name].fromJson(value) : value,
    ]),
  );
}

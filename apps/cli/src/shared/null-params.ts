import type { AnyDefinition, Param } from '@tenfold/base';

/** Hyper-parameters with "none" replaced by null, where null is a value and "none" is no choice. */
export function noneAsNull(
  definition: AnyDefinition,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const params = definition.params as Readonly<Record<string, Param<unknown, unknown>>>;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const isNull = value === 'none' && params[name].isNullable && !params[name].choices?.includes('none');
      return [name, isNull ? null : value];
    }),
  );
}

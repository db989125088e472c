/** An object without some of its fields. */
export function omit<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  const kept = Object.entries(value).filter(([name]) => !fields.includes(name as K));
  return Object.fromEntries(kept) as Omit<T, K>;
}

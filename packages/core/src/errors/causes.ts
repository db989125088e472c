/**
 * The code of a system's or a library's error, such as ENOENT. The error need not be of this realm's `Error` class,
 * of which a process may have several.
 *
 * @param error whatever was thrown
 * @returns its code, or undefined when it has none
 */
export function errorCode(error: unknown): string | undefined {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/**
 * An error's words, or the text of whatever else was thrown.
 *
 * @param error whatever was thrown
 */
export function errorMessage(error: unknown): string {
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

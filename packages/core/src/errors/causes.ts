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

/** The name of a function or of a method; that of a class alone names an estimator, which its user knows. */
const FUNCTION_NAME = /^([a-z]\w*|\w+\.\w+)$/;

/**
 * An error's words for somebody who may not have called a function, or the text of whatever else was thrown. The name of the
 * function at the beginning, which `owner` has, is left out: "logLoss: yTrue holds 7" is "yTrue holds 7".
 *
 * @param error whatever was thrown
 */
export function errorMessage(error: unknown): string {
  const message = fieldOf(error, 'message');
  if (typeof message !== 'string') return String(error);
  const owner = fieldOf(error, 'owner');
  const isFunction = typeof owner === 'string' && FUNCTION_NAME.test(owner);
  return isFunction && message.startsWith(`${owner}: `) ? message.slice(owner.length + 2) : message;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

const pause = 50;

/**
 * Asks again and again until the answer is true or an object, and returns it.
 *
 * @template T
 * @param {string | (() => string)} what for the error: "timed out waiting for …"
 * @param {() => T | Promise<T>} ask may throw, which counts as "not yet"
 * @param {number} [timeout] ms
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitFor(what, ask, timeout = 15_000) {
  const end = Date.now() + timeout;
  let last;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  } while (Date.now() < end);
  throw new Error(`timed out waiting for ${typeof what === 'string' ? what : what()}`, { cause: last });
}

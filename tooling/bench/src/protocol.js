/**
 * What the runner and a contestant say to each other: one JSON value a line. A request is
 * `{ id, do: 'prepare' | 'run', task? }`; the answer to it `{ id, ok: true, seconds?, extras }` or
 * `{ id, ok: false, reason }`.
 *
 * @typedef {{ id: number, do: 'prepare' | 'run', task?: object }} Request
 * @typedef {{ id: number, ok: true, seconds?: number, extras: Record<string, any> }} Success
 * @typedef {{ id: number, ok: false, reason: string }} Failure
 */

/** A value as a line. */
export function encode(value) {
  return `${JSON.stringify(value)}\n`;
}

/**
 * Reads an answer.
 *
 * @param {string} line
 * @returns {Success | Failure}
 * @throws Error when it is none
 */
export function decodeAnswer(line) {
  const answer = parse(line);
  const ok = answer?.ok;
  const complete =
    Number.isInteger(answer?.id) &&
    ((ok === true && typeof (answer.extras ?? {}) === 'object' && isSeconds(answer.seconds)) ||
      (ok === false && typeof answer.reason === 'string'));
  if (!complete) throw new Error(`not an answer: ${line.slice(0, 200)}`);
  return ok ? { ...answer, extras: answer.extras ?? {} } : answer;
}

function isSeconds(value) {
  return value === undefined || (Number.isFinite(value) && value >= 0);
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * A line of the result.
 *
 * @typedef {import('./statistics.js').Summary} Summary
 * @typedef {object} Line
 * @property {string} row the row's name
 * @property {string} work what is done
 * @property {string} [peer] who else does it; a line without a peer is about a quantity of ours
 * @property {'s' | 'byte' | 'exponent'} unit of the figures
 * @property {Summary} [ours]
 * @property {Summary} [theirs]
 * @property {string} [stored] where the peer's figure comes from when it was not measured in this run
 * @property {number} [ratio] how many times as fast ours is
 * @property {number} [atLeast] the ratio to reach; for a line without a peer the figure not to exceed
 * @property {number} [aim] the ratio, or figure, aimed at
 * @property {'aim' | 'yes' | 'no'} [reached] how far it got
 * @property {string} [failure] why there is no figure
 * @property {string} [note] what else is to be known
 */

/**
 * A line that sets ours beside a peer.
 *
 * @param {Omit<Line, 'ratio' | 'reached' | 'unit'>} line
 * @returns {Line}
 */
export function against(line) {
  const { ours, theirs, atLeast, aim } = line;
  const ratio = ours && theirs ? theirs.median / ours.median : undefined;
  return { unit: 's', ...line, ratio, reached: judge(ratio, atLeast, aim, (a, b) => a >= b) };
}

/**
 * A line about a quantity of ours that should be small.
 *
 * @param {Omit<Line, 'reached'>} line
 * @returns {Line}
 */
export function alone(line) {
  return { ...line, reached: judge(line.ours?.median, line.atLeast, line.aim, (a, b) => a <= b) };
}

function judge(value, atLeast, aim, reaches) {
  if (value === undefined || atLeast === undefined) return undefined;
  if (aim !== undefined && reaches(value, aim)) return 'aim';
  return reaches(value, atLeast) ? 'yes' : 'no';
}

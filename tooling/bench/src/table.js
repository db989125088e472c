import Table from 'cli-table3';
import colors from 'picocolors';

import { spread, target, times, verdict } from './format.js';

const WIDTHS = [52, 30, 28, 28, 8, 10, 10, 13];

/** The head of the table in the terminal. */
export function tableHead() {
  return draw([
    ['work', 'peer', 'ours', 'peer’s time', 'ratio', 'at least', 'aim', 'reached'].map(colors.bold),
  ]);
}

/**
 * A line of the table in the terminal.
 *
 * @param {import('./line.js').Line} line
 */
export function tableLine(line) {
  const { work, peer = '–', ours, theirs, unit, ratio, atLeast, aim, failure, stored, note } = line;
  const paint = { aim: colors.green, yes: colors.green, no: colors.red }[line.reached] ?? String;
  const row = draw([
    [
      work,
      peer,
      spread(ours, unit),
      failure ? colors.yellow('–') : `${spread(theirs, unit)}${stored ? ' *' : ''}`,
      times(ratio),
      target(line, atLeast),
      target(line, aim),
      paint(verdict(line)),
    ],
  ]);
  const remarks = [failure && `${peer}: ${failure}`, stored && `* ${stored}`, note].filter(Boolean);
  return [row, ...remarks.map((remark) => colors.dim(`    ${remark}`))].join('\n');
}

/**
 * How many of the figures that have something to reach do so.
 *
 * @param {readonly import('./line.js').Line[]} lines
 */
export function summary(lines) {
  const judged = lines.filter(({ reached }) => reached !== undefined);
  const count = (...kinds) => judged.filter(({ reached }) => kinds.includes(reached)).length;
  return `${count('yes', 'aim')} of ${judged.length} targets reached, ${count('aim')} with the aim`;
}

function draw(rows) {
  const edges = [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
  ];
  const lines = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'];
  const table = new Table({
    chars: Object.fromEntries([...edges, ...lines].map((name) => [name, name === 'middle' ? ' ' : ''])),
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [] },
    colWidths: WIDTHS,
    wordWrap: true,
  });
  for (const row of rows) table.push(row);
  return table.toString();
}

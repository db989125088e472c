import { spread, target, times, verdict } from './format.js';

const START = '<!-- Written by `pnpm bench --write`; not by hand. -->';
const END = '<!-- The end of what is written by it. -->';

/**
 * The generated part of the page.
 *
 * @param {import('./results.js').Results} results
 */
export function resultsAsMarkdown({ machine, lines, failures }) {
  const remarks = [];
  const body = lines.map((line) => cells(line, remarks));
  return [
    [
      '## The table',
      table(['work', 'peer', 'ours', 'peer’s time', 'ratio', 'at least', 'aim', 'reached'], body),
    ],
    remarks.length > 0 ? [remarks.map((remark, i) => `${i + 1}. ${remark}`).join('\n')] : [],
    ['## The machine', table(['what', 'which'], Object.entries(machine))],
    failures.length > 0
      ? ['## What did not run', table(['row', 'contestant', 'reason'], failures.map(failed))]
      : [],
  ]
    .flat()
    .join('\n\n');
}

function cells(line, remarks) {
  const { work, peer = '–', ours, theirs, unit, ratio, atLeast, aim, failure, stored, note } = line;
  const own = [failure && `It does not run: ${failure}`, stored && `Stored: ${stored}`, note].filter(Boolean);
  if (own.length > 0) remarks.push(own.join('. '));
  const mark = own.length > 0 ? ` [${remarks.length}]` : '';
  return [
    work,
    `${peer}${mark}`,
    spread(ours, unit),
    spread(theirs, unit),
    times(ratio),
    target(line, atLeast),
    target(line, aim),
    verdict(line),
  ];
}

const failed = ({ row, name, reason }) => [row, name, reason];

/**
 * A table in Markdown.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} body
 */
export function table(head, body) {
  return [head, head.map(() => '---'), ...body]
    .map(
      (row) =>
        `| ${row.map((cell) => String(cell).replace(/\s+/g, ' ').replace(/\|/g, '\\|')).join(' | ')} |`,
    )
    .join('\n');
}

/**
 * Puts the generated part into a page, in the place of an earlier one or at the end.
 *
 * @param {string} text the page
 * @param {string} generated
 */
export function replaceGenerated(text, generated) {
  const part = `${START}\n\n${generated}\n\n${END}`;
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) return `${text.trimEnd()}\n\n${part}\n`;
  return `${text.slice(0, start)}${part}${text.slice(end + END.length)}`;
}

import { plainText } from '@tenfold/core';

const lineEnds = /([\n\t])/;
// eslint-disable-next-line no-control-regex -- the character that begins an escape sequence is what this is about
const lineEndsAndColours = /([\n\t]|\u001b\[[\d;]*m)/;

/**
 * Lines as they may go to a terminal or a pipe, whatever names are in them: of all that a terminal obeys only line ends,
 * tabs and, where there are colours, sequences that set a colour are left. Names are cleaned where they are put into a
 * line; this is what holds if one was forgotten.
 *
 * @param text one or more lines
 * @param coloured whether the stream shows colours
 */
export function safeLines(text: string, coloured: boolean): string {
  return text
    .split(coloured ? lineEndsAndColours : lineEnds)
    .map((part, index) => (index % 2 === 1 ? part : plainText(part)))
    .join('');
}

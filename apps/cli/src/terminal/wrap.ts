import stringWidth from 'string-width';

/** Breaks text into lines of at most `width` cells, at spaces outside of backticks. Longer words stand alone. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    const size = stringWidth(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? size : used + 1 + size;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** The text in which the delimiter is looked for, when it holds two lines; else more is waited for, up to the other. */
const SAMPLE = 1 << 16;
const LARGEST_SAMPLE = 1 << 25;

/** The first lines of a table, collected from text that comes piece by piece and has `\n` as line ends. */
export class TableSample {
  text = '';
  private lines = 0;

  /** Adds the next piece; `true` once there is enough to find the delimiter. */
  add(piece: string): boolean {
    this.text += piece;
    for (let at = piece.indexOf('\n'); at >= 0 && this.lines < 2; at = piece.indexOf('\n', at + 1)) {
      this.lines++;
    }
    return this.text.length >= (this.lines >= 2 ? SAMPLE : LARGEST_SAMPLE);
  }
}

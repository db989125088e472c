/** Makes line ends of every kind `\n`, in text that comes piece by piece, so that a mixture does no harm. */
export class LineEnds {
  private carriage = false;

  /** The piece; a carriage return at its very end waits for the next. */
  take(piece: string): string {
    const text = this.carriage ? `\r${piece}` : piece;
    if (!text.includes('\r')) return text;
    this.carriage = text.endsWith('\r');
    return (this.carriage ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }

  /** What is still to come at the end. */
  end(): string {
    return this.carriage ? '\n' : '';
  }
}

/** The lines of a text, with `\n` between them. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.starts.push(at + 1);
    }
  }

  /** The line of an offset, from 1. */
  at(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = this.starts[middle] <= offset ? [middle, high] : [low, middle];
    }
    return low + 1;
  }

  /** The text of a line, from 1, without its end. */
  textOf(line: number): string {
    return this.text.slice(this.starts[line - 1], this.starts[line] && this.starts[line] - 1);
  }

  /** The key that begins at an offset, without quotes. */
  keyAt(offset: number): string {
    return /^["']?([^"':\n]*)/.exec(this.text.slice(offset, offset + 80))?.[1].trim() ?? '';
  }

  /** What stands before an offset in its line. */
  before(offset: number): string {
    return this.text.slice(this.starts[this.at(offset) - 1], offset);
  }
}

/** A clock that goes on when it is told to, with what waits for it. */
export class CountedTime {
  private readonly waiting: Array<{ at: number; call: () => void }> = [];

  constructor(public at: number) {}

  readonly now = (): number => this.at;

  readonly later = (call: () => void, ms: number): void => {
    this.waiting.push({ at: this.at + Math.max(0, ms), call });
  };

  /** Goes on until then, with everything that falls due on the way, and all that follows from it at once. */
  async goTo(at: number): Promise<void> {
    await settle();
    for (let next = this.next(at); next; next = this.next(at)) {
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.at = Math.max(this.at, next.at);
      next.call();
      await settle();
    }
    this.at = at;
  }

  private next(until: number) {
    return this.waiting
      .filter(({ at }) => at <= until)
      .reduce<{ at: number; call: () => void } | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
  }
}

/** Lets promises that wait for nothing come to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    await Promise.resolve();
  }
}

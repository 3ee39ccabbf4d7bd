import { MINUTE } from '../../time/units';

/** The longest that something which fails is left alone, ms. */
const LONGEST_MS = 10 * MINUTE;

/** How often one thing is asked: at most once a step, and the seldomer the more often it failed. */
export class Pace {
  private askedAt = -Infinity;
  private failures = 0;

  constructor(private readonly stepMs: number) {}

  /** @param slack - How much sooner it may be, so that a timer that runs late does not skip a turn; ms. */
  isDue(now: number, slack = 0): boolean {
    const waited = now - this.askedAt;
    // A clock that was set back must not make it wait for more than a step.
    return waited < 0 || waited >= Math.min(this.stepMs * 2 ** this.failures, this.longest()) - slack;
  }

  asked(now: number): void {
    this.askedAt = now;
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** @param isForGood - It will fail the next time, too. */
  failed(isForGood: boolean): void {
    this.failures = isForGood ? Infinity : this.failures + 1;
  }

  private longest(): number {
    return Math.max(LONGEST_MS, this.stepMs);
  }
}

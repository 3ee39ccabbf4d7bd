import type { Leadership } from '../../annotations/recordKeeper';

/**
 * Which of the tabs of a browser writes the records of a dashboard: the one that holds a lock, and holds it only while it is
 * looked at, because a hidden tab asks for no data. It goes to the next one when that tab is closed or crashes. On plain
 * http there are no locks: there every tab leads, and what is written twice is cleaned up.
 */
export class BrowserLead implements Leadership {
  private readonly locks: LockManager | undefined = navigator.locks;
  private release?: () => void;
  private waiting?: AbortController;
  private isWanted = false;

  /**
   * @param name - Of the lock, the same in all tabs that share what they write.
   * @param onLead - Called when this tab begins to lead.
   */
  constructor(
    private readonly name: string,
    private readonly onLead: () => void
  ) {}

  isLeader = (): boolean => this.isWanted && !isHidden() && (this.locks === undefined || this.release !== undefined);

  start(): void {
    this.isWanted = true;
    document.addEventListener('visibilitychange', this.settle);
    this.settle();
  }

  stop(): void {
    this.isWanted = false;
    document.removeEventListener('visibilitychange', this.settle);
    this.settle();
  }

  private readonly settle = (): void => {
    if (this.isWanted && !isHidden()) {
      this.ask();
    } else {
      this.waiting?.abort();
      this.waiting = undefined;
      this.release?.();
      this.release = undefined;
    }
  };

  private ask(): void {
    if (!this.locks) {
      this.onLead();
      return;
    }
    if (this.waiting || this.release) {
      return;
    }
    const waiting = new AbortController();
    this.waiting = waiting;
    this.locks
      .request(this.name, { signal: waiting.signal }, () => this.hold(waiting))
      // It was no longer wanted before it was given.
      .catch(() => undefined);
  }

  private hold(asked: AbortController): Promise<void> {
    if (this.waiting !== asked) {
      return Promise.resolve();
    }
    this.waiting = undefined;
    return new Promise((resolve) => {
      this.release = resolve;
      this.onLead();
    });
  }
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

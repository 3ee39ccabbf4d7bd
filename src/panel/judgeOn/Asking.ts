import type { PanelData } from '@grafana/data';
import type { Observable, Subscription } from 'rxjs';

interface AskingOptions {
  /** Asks once, now. */
  ask: () => Observable<PanelData>;
  onAnswer: (data: PanelData) => void;
  /** The shortest time from one asking to the next, ms. */
  stepMs: number;
}

/**
 * Asks at once and then once a step, as long as the tab is looked at: a hidden one asks nothing, and makes up for it as soon
 * as it is looked at again. A question that takes longer than a step is waited for.
 */
export class Asking {
  private isStopped = false;
  private askedAt = -Infinity;
  private timer?: ReturnType<typeof setTimeout>;
  private subscription?: Subscription;

  constructor(private readonly options: AskingOptions) {}

  start(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.askWhenDue();
  }

  stop(): void {
    this.isStopped = true;
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
    this.subscription?.unsubscribe();
  }

  private readonly onVisibility = () => {
    clearTimeout(this.timer);
    this.askWhenDue();
  };

  private askWhenDue(): void {
    const isUnderWay = this.subscription?.closed === false;
    if (this.isStopped || isUnderWay || document.visibilityState === 'hidden') {
      return;
    }
    const wait = this.askedAt + this.options.stepMs - Date.now();
    if (wait <= 0) {
      this.ask();
    } else {
      this.timer = setTimeout(() => this.askWhenDue(), wait);
    }
  }

  private ask(): void {
    this.askedAt = Date.now();
    const { ask, onAnswer } = this.options;
    this.subscription = ask().subscribe({ next: onAnswer });
    // Ends at once where the answer was there already.
    this.subscription.add(() => this.askWhenDue());
  }
}

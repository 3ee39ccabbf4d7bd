import type { Observable } from 'rxjs';
import {
  EMPTY,
  NEVER,
  catchError,
  defer,
  fromEvent,
  ignoreElements,
  map,
  merge,
  mergeMap,
  repeat,
  startWith,
  switchMap,
  take,
  tap,
  timer,
} from 'rxjs';

import { askedAgain } from './askAgain';

/** What failed is asked for once more after so long, ms, and then after twice as long each time, up to a step. */
const RETRY_MS = 15_000;

/** The longest that a timer of a browser waits: beyond 2³¹ ms it does not wait at all. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Asks at once and then once a step, as long as the tab is looked at: a hidden one asks nothing, and makes up for it as soon
 * as it is looked at again. A question is never asked while the one before is under way; one that took longer than a step
 * is followed by the next at once, and so is one during which everybody was to ask again. It goes on until nobody listens.
 *
 * @param ask - asks once, now; it has to tell of what fails in an answer, for here an error only ends the question
 * @param stepMs - the shortest time from one asking to the next; beyond 24 days it is asked sooner
 * @param hasFailed - whether an answer tells of a failure, so that it is worth while to ask again before the step is over
 * @returns the answers, as many as a question has
 */
export function poll<T>(
  ask: () => Observable<T>,
  stepMs: number,
  hasFailed: (answer: T) => boolean = () => false
): Observable<T> {
  return defer(() => {
    let askedAt = -Infinity;
    let retryMs = RETRY_MS;
    let pauseMs = stepMs;
    // A clock that was set back must not make it wait for more than a step.
    const waitMs = () => Math.min(askedAt + pauseMs - Date.now(), pauseMs, LONGEST_WAIT_MS);
    const settle = (answer: T) => {
      const isRetried = hasFailed(answer);
      pauseMs = isRetried ? Math.min(stepMs, retryMs) : stepMs;
      retryMs = isRetried ? 2 * retryMs : RETRY_MS;
    };
    const again = askedAgain.pipe(
      tap(() => (askedAt = -Infinity)),
      ignoreElements()
    );
    const due = merge(isLookedAt(), askedAgain.pipe(map(isVisible))).pipe(
      switchMap((isShown) => (isShown ? timer(waitMs()) : NEVER)),
      take(1)
    );
    const answer = defer(() => {
      askedAt = Date.now();
      return ask();
    }).pipe(
      tap(settle),
      catchError(() => EMPTY)
    );
    return merge(
      // First, so that what waits finds that it is due.
      again,
      due.pipe(
        mergeMap(() => answer),
        repeat()
      )
    );
  });
}

/** Whether the tab is looked at, now and at each change. */
function isLookedAt(): Observable<boolean> {
  return fromEvent(document, 'visibilitychange').pipe(startWith(undefined), map(isVisible));
}

function isVisible(): boolean {
  return document.visibilityState !== 'hidden';
}

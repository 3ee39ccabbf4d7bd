import type { Observable } from 'rxjs';
import { Subject } from 'rxjs';

const asking = new Subject<void>();

/** Each time that whatever polls a server is to ask at once: it was out of reach, and is back. */
export const askedAgain: Observable<void> = asking.asObservable();

/** Has everything on the page that polls a server ask at once (see `poll`). */
export function askAgain(): void {
  asking.next();
}

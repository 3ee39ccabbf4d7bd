import type { Subscription } from 'rxjs';
import { Observable, Subject, of, throwError } from 'rxjs';

import { askAgain } from './askAgain';
import { poll } from './poll';

const NOW = Date.UTC(2026, 2, 4, 10);
const STEP = 60_000;

/** When was asked, ms after the first moment. */
let asked: number[];
let listening: Subscription[] = [];

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  asked = [];
});

afterEach(() => {
  listening.forEach((subscription) => subscription.unsubscribe());
  listening = [];
  jest.useRealTimers();
  look('visible');
});

function look(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Listens to a poll; each question is noted, and answered like this. */
function listen(answer: () => Observable<unknown> = () => of('answer'), stepMs = STEP) {
  const ask = () => {
    asked.push(Date.now() - NOW);
    return answer();
  };
  const answers: unknown[] = [];
  const ended = jest.fn();
  const subscription = poll(ask, stepMs).subscribe({
    next: (value) => answers.push(value),
    error: ended,
    complete: ended,
  });
  listening.push(subscription);
  return { answers, ended, stop: () => subscription.unsubscribe() };
}

const pass = (ms: number) => jest.advanceTimersByTime(ms);

describe('poll', () => {
  it('asks nothing until somebody listens', () => {
    poll(() => {
      asked.push(0);
      return of('answer');
    }, STEP);
    pass(2 * STEP);
    expect(asked).toEqual([]);
  });

  it('asks at once and then once a step, and tells every answer', () => {
    const { answers } = listen();
    pass(0);
    expect(asked).toEqual([0]);
    pass(STEP - 1);
    expect(asked).toEqual([0]);
    pass(2 * STEP);
    expect(asked).toEqual([0, STEP, 2 * STEP]);
    expect(answers).toHaveLength(3);
  });

  it('counts the step from asking to asking, however long the answer takes', () => {
    listen(() => new Observable((subscriber) => void setTimeout(() => subscriber.complete(), 0.9 * STEP)));
    pass(2.5 * STEP);
    expect(asked).toEqual([0, STEP, 2 * STEP]);
  });

  it('never asks two questions at a time; what took longer than a step is followed at once', () => {
    let slow = new Subject<string>();
    const { answers } = listen(() => slow);
    pass(2.5 * STEP);
    expect(asked).toEqual([0]);
    const first = slow;
    slow = new Subject();
    first.next('late');
    first.complete();
    pass(0);
    expect(asked).toEqual([0, 2.5 * STEP]);
    expect(answers).toEqual(['late']);
    slow.complete();
    pass(STEP);
    expect(asked).toEqual([0, 2.5 * STEP, 3.5 * STEP]);
  });

  it('asks nothing while hidden, and at once when it is looked at again after its time', () => {
    listen();
    pass(0);
    look('hidden');
    pass(10.5 * STEP);
    expect(asked).toEqual([0]);
    look('visible');
    pass(0);
    expect(asked).toEqual([0, 10.5 * STEP]);
    pass(STEP);
    expect(asked).toEqual([0, 10.5 * STEP, 11.5 * STEP]);
  });

  it('does not begin in a hidden tab', () => {
    look('hidden');
    listen();
    pass(STEP);
    expect(asked).toEqual([]);
    look('visible');
    pass(0);
    expect(asked).toEqual([STEP]);
  });

  it('asks no sooner for being hidden and looked at again and again', () => {
    listen();
    for (let turn = 0; turn < 10; turn++) {
      pass(1000);
      look('hidden');
      look('visible');
    }
    pass(STEP - 10_001);
    expect(asked).toEqual([0]);
    pass(1);
    expect(asked).toEqual([0, STEP]);
  });

  it('has the answer to what was asked before it was hidden', () => {
    const slow = new Subject<string>();
    const { answers } = listen(() => slow);
    pass(0);
    look('hidden');
    slow.next('answer');
    slow.complete();
    pass(5 * STEP);
    expect(answers).toEqual(['answer']);
    expect(asked).toEqual([0]);
  });

  it('stops when nobody listens, and lets go of what is under way', () => {
    let isUnderWay = false;
    const { stop } = listen(
      () =>
        new Observable(() => {
          isUnderWay = true;
          return () => {
            isUnderWay = false;
          };
        })
    );
    pass(0);
    expect(isUnderWay).toBe(true);
    stop();
    expect(isUnderWay).toBe(false);
    look('hidden');
    look('visible');
    pass(5 * STEP);
    expect(asked).toEqual([0]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each<[string, () => Observable<unknown>]>([
    ['told', () => throwError(() => new Error('no'))],
    [
      'thrown',
      () => {
        throw new Error('no');
      },
    ],
  ])('goes on after an error that is %s, no sooner than else', (_, failing) => {
    let answer = failing;
    const { answers, ended } = listen(() => answer());
    pass(0);
    answer = () => of('answer');
    pass(STEP - 1);
    expect(asked).toEqual([0]);
    pass(1);
    expect(asked).toEqual([0, STEP]);
    expect(answers).toEqual(['answer']);
    expect(ended).not.toHaveBeenCalled();
  });

  it('waits for a step at most where the clock was set back', () => {
    listen();
    pass(0);
    jest.setSystemTime(NOW - 100 * STEP);
    look('hidden');
    look('visible');
    pass(STEP);
    expect(asked).toHaveLength(2);
  });

  it('waits for a step that is longer than a timer can be', () => {
    const month = 30 * 24 * 60 * STEP;
    listen(undefined, month);
    pass(24 * 24 * 60 * STEP);
    expect(asked).toEqual([0]);
    pass(month);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('asks at once when everybody is to ask again, and a step after that', () => {
    listen();
    pass(20_000);
    askAgain();
    pass(0);
    expect(asked).toEqual([0, 20_000]);
    pass(STEP);
    expect(asked).toEqual([0, 20_000, 20_000 + STEP]);
  });

  it('asks again after a question that was under way then, and in a hidden tab when it is looked at', () => {
    const answer = new Subject<string>();
    listen(() => (asked.length === 1 ? answer : of('answer')));
    pass(5000);
    askAgain();
    pass(5000);
    expect(asked).toEqual([0]);
    answer.complete();
    pass(0);
    expect(asked).toEqual([0, 10_000]);
    look('hidden');
    askAgain();
    pass(5000);
    expect(asked).toEqual([0, 10_000]);
    look('visible');
    pass(0);
    expect(asked).toEqual([0, 10_000, 15_000]);
  });

  it('asks for what failed sooner than once a step, each time later, and once a step when it is mended', () => {
    let isDown = true;
    const ask = () => {
      asked.push(Date.now() - NOW);
      return of(isDown ? 'failed' : 'answer');
    };
    listening.push(poll(ask, STEP, (answer) => answer === 'failed').subscribe());
    pass(3 * STEP);
    expect(asked).toEqual([0, 15_000, 45_000, 45_000 + STEP, 45_000 + 2 * STEP]);
    isDown = false;
    pass(2 * STEP);
    isDown = true;
    pass(STEP + 15_000);
    expect(asked.slice(5)).toEqual([3, 4, 5, 5.25].map((steps) => 45_000 + steps * STEP));
  });
});

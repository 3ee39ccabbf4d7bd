import { sumBy } from 'lodash';

import type { Calls } from '../../evaluation/backTest';
import { isPlaceholder } from '../../rule/answers';
import { durationWords } from '../../words/durationWords';
import type { Translate } from '../../words/translate';
import type { BackTest, TestedMetric } from './testRule';
import { DAY, HOUR, WEEK } from '../../time/units';

type CallRange = Pick<Calls, 'fewest' | 'most'>;

/** "This rule would have called Demand Gen 41 times in 26 weeks." */
export function calledWords(t: Translate, tested: readonly TestedMetric[]): string {
  const { fewest, most } = totalCalls(tested, ({ calls }) => calls);
  const owner = ownerOf(t, tested);
  const length = lengthWords(t, Math.max(0, ...tested.map(({ test }) => test.lengthMs)));
  if (most > fewest) {
    return openWords(t, { fewest, most }, { owner, length });
  }
  if (most === 0 && tested.some(({ metric }) => metric.view.figures.breaches > 0)) {
    return t('editors.back-test.before', 'No new call of {{owner}} in {{length}}: what is in breach began before.', {
      owner,
      length,
    });
  }
  if (most === 0) {
    return t('editors.back-test.never', 'This rule would have called nobody in {{length}}.', { length });
  }
  return t('editors.back-test.called', 'This rule would have called {{owner}} {{count}} times in {{length}}.', {
    // The extractor sees that it is counted only where the count is stated here.
    count: most,
    owner,
    length,
    defaultValue_one: 'This rule would have called {{owner}} once in {{length}}.',
    defaultValue_other: 'This rule would have called {{owner}} {{count}} times in {{length}}.',
  });
}

/** Of calls that can't all be told from those before the data. */
function openWords(t: Translate, { fewest, most }: CallRange, who: { owner: string; length: string }): string {
  const said = { fewest, most, ...who };
  return most === fewest + 1
    ? t(
        'editors.back-test.called-or',
        'This rule would have called {{owner}} {{fewest}} or {{most}} times in {{length}}: a breach may have begun before the data.',
        said
      )
    : t(
        'editors.back-test.called-to',
        'This rule would have called {{owner}} {{fewest}} to {{most}} times in {{length}}: breaches may have begun before the data.',
        said
      );
}

/**
 * How many of the calls were critical, of rules that warn, too. Undefined where none called, and where it is not known how
 * many did.
 */
export function criticalWords(t: Translate, tested: readonly TestedMetric[]): string | undefined {
  const { fewest, most, critical } = totalCalls(tested, ({ calls }) => calls);
  const warns = tested.some(({ metric }) => metric.rule.levels.length > 1);
  if (!warns || most === 0 || most > fewest) {
    return undefined;
  }
  return critical === 0
    ? t('editors.back-test.none-critical', 'None of these calls was critical.')
    : t('editors.back-test.critical', '{{count}} of these calls were critical.', {
        count: critical,
        defaultValue_one: '{{count}} of these calls was critical.',
        defaultValue_other: '{{count}} of these calls were critical.',
      });
}

/** Why the card counts otherwise than the test, where it does. */
export function versionsWords(t: Translate, tested: readonly TestedMetric[]): string | undefined {
  return tested.some(({ hasVersions }) => hasVersions)
    ? t(
        'editors.back-test.always',
        'This counts as if this rule had always counted. The card counts by the rule of each time.'
      )
    : undefined;
}

/** "9 calls", of one metric among several. */
export function callsWords(t: Translate, { fewest, most }: CallRange): string {
  return fewest === most
    ? t('editors.back-test.calls', '{{count}} calls', {
        count: most,
        defaultValue_one: '{{count}} call',
        defaultValue_other: '{{count}} calls',
      })
    : t('editors.back-test.calls-or', '{{fewest}} or {{most}} calls', { fewest, most });
}

/**
 * What a test on values as they are today can't show: that in real life the youngest of them were not finished. Of a rule
 * that lets them settle: how much later its calls come. Of one that does not say: the question whether they are final,
 * asked with more weight where the rule would act now. Undefined where values do not change, or that is answered.
 *
 * @param slow - Whether these are figures of days: others are taken as final.
 */
export function finishedWords(t: Translate, tested: readonly TestedMetric[], slow: boolean): string | undefined {
  const longest = Math.max(0, ...tested.map(({ metric }) => metric.rule.settleAfterMs ?? 0));
  if (longest > 0) {
    return t(
      'editors.back-test.finished',
      'Tested on final values: in real life the last {{length}} would have looked different. Values wait {{length}} until they are final, so each call comes {{length}} later.',
      { length: durationWords(t, longest) }
    );
  }
  const open = tested.filter(({ metric }) => metric.rule.settleAfterMs === undefined);
  if (!slow || open.length === 0) {
    return undefined;
  }
  return open.some(({ metric }) => metric.now.state === 'firing')
    ? t(
        'editors.back-test.open-now',
        'It acts now, on the newest values. If these still change, it may be a false alarm: say above for how long.'
      )
    : t(
        'editors.back-test.open',
        'It takes today’s values as final. If new ones still change, say above for how long.'
      );
}

/**
 * How many calls waiting and recovery saved: "“For how long” saved 12 calls." Empty where they saved none, and where a
 * breach may have begun before the data: two numbers that are not known have no known difference.
 */
export function savedWords(t: Translate, tested: readonly TestedMetric[]): string[] {
  const byFor = saved(tested, ({ callsWithoutFor }) => callsWithoutFor);
  const byRecovery = saved(tested, ({ callsWithoutRecovery }) => callsWithoutRecovery);
  return [
    byFor > 0 &&
      t('editors.back-test.saved-by-for', '“For how long” saved {{count}} calls.', {
        count: byFor,
        defaultValue_one: '“For how long” saved {{count}} call.',
        defaultValue_other: '“For how long” saved {{count}} calls.',
      }),
    byRecovery > 0 &&
      t('editors.back-test.saved-by-recovery', '“Is over at” saved {{count}} calls.', {
        count: byRecovery,
        defaultValue_one: '“Is over at” saved {{count}} call.',
        defaultValue_other: '“Is over at” saved {{count}} calls.',
      }),
  ].filter((words) => words !== false);
}

function saved(tested: readonly TestedMetric[], without: (test: BackTest) => Calls): number {
  const less = totalCalls(tested, ({ calls }) => calls);
  const more = totalCalls(tested, without);
  return less.fewest === less.most && more.fewest === more.most ? more.most - less.most : 0;
}

function totalCalls(tested: readonly TestedMetric[], callsOf: (test: BackTest) => Calls): Calls {
  const all = tested.map(({ test }) => callsOf(test));
  return {
    fewest: sumBy(all, ({ fewest }) => fewest),
    most: sumBy(all, ({ most }) => most),
    critical: sumBy(all, ({ critical }) => critical),
  };
}

function ownerOf(t: Translate, tested: readonly TestedMetric[]): string {
  const owners = new Set(tested.map(({ metric }) => metric.rule.text.owner?.value ?? ''));
  const [owner] = owners;
  if (owners.size > 1) {
    return t('editors.back-test.owners', 'the owners');
  }
  return owner === undefined || isPlaceholder(owner) ? t('editors.back-test.nobody', 'somebody') : owner;
}

/** A length of time in its largest whole unit, rounded: "26 weeks", "9 days", "6 hours". */
function lengthWords(t: Translate, ms: number): string {
  if (ms >= 3 * WEEK) {
    return t('editors.back-test.weeks', '{{count}} weeks', { count: Math.round(ms / WEEK) });
  }
  if (ms >= 2 * DAY) {
    return t('editors.back-test.days', '{{count}} days', { count: Math.round(ms / DAY) });
  }
  return ms >= 1.5 * HOUR
    ? t('editors.back-test.hours', '{{count}} hours', { count: Math.round(ms / HOUR) })
    : t('editors.back-test.minutes', '{{count}} minutes', {
        count: Math.round(ms / 60_000),
        defaultValue_one: '{{count}} minute',
        defaultValue_other: '{{count}} minutes',
      });
}

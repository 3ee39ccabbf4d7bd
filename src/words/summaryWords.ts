import type { Protocol } from '../protocol/protocol';
import type { Translate } from './translate';

/**
 * How many metrics are in which state, worst first: "1 critical", "2 warning", "1 overdue", "1 stale", "4 normal". What is
 * overdue is one of those before it. States without a metric are left out.
 */
export function tallyWords(t: Translate, { tally, overdue }: Pick<Protocol, 'tally' | 'overdue'>): string[] {
  const counts: Array<[number, (n: number) => string]> = [
    [tally.critical, (n) => t('views.summary.critical', '{{n}} critical', { n })],
    [tally.warning, (n) => t('views.summary.warning', '{{n}} warning', { n })],
    [overdue, (n) => t('views.summary.overdue', '{{n}} overdue', { n })],
    [tally.error, (n) => t('views.summary.error', '{{n}} failed', { n })],
    [tally.nodata, (n) => t('views.summary.no-data', '{{n}} without data', { n })],
    [tally.stale, (n) => t('views.summary.stale', '{{n}} with late data', { n })],
    [tally.unknown, (n) => t('views.summary.unknown', '{{n}} unclear', { n })],
    [tally.pending, (n) => t('views.summary.pending', '{{n}} watching', { n })],
    [tally.recovering, (n) => t('views.summary.recovering', '{{n}} easing', { n })],
    [tally.accepted, (n) => t('views.summary.accepted', '{{n}} accepted', { n })],
    [tally.normal, (n) => t('views.summary.normal', '{{n}} OK', { n })],
    [tally.levelOnly + tally.unruled, (n) => t('views.summary.no-rule', '{{n}} without a rule', { n })],
    [tally.context, (n) => contextCount(t, n)],
  ];
  return counts.filter(([n]) => n > 0).map(([n, words]) => words(n));
}

function contextCount(t: Translate, count: number): string {
  return t('views.summary.context', '{{count}} need no rule', {
    count,
    defaultValue_one: '{{count}} needs no rule',
    defaultValue_other: '{{count}} need no rule',
  });
}

/** "3 of 4 rules complete"; undefined where no metric is asked for a rule. */
export function coverageWords(t: Translate, { coverage }: Pick<Protocol, 'coverage'>): string | undefined {
  return coverage.of === 0
    ? undefined
    : t('views.summary.coverage', '{{whole}} of {{of}} rules complete', {
        whole: coverage.whole,
        of: coverage.of,
        // "1 of 1 rule": plural by the second number.
        count: coverage.of,
        defaultValue_one: '{{whole}} of {{of}} rule complete',
        defaultValue_other: '{{whole}} of {{of}} rules complete',
      });
}

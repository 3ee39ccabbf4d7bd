import type { Breach, Pending, Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import { says } from '../rule/answers';
import { formatDuration, formatElapsed } from '../time/duration';
import { DAY } from '../time/units';
import type { Severity } from '../rule/level';
import type { Rule } from '../rule/rule';
import { notAgreedWords } from '../words/agreedWords';
import type { Translate } from '../words/translate';
import { severityWords, thresholdLineNames } from '../words/conditionWords';
import { escapeText } from './escapeText';
import { judgedEnd } from './judgedEnd';
import type { Mark } from './marks';
import { withoutOutranked } from './outrank';
import type { RecordMarks } from './recordMarks';
import { shownRuleAt } from './shownRuleAt';

/** What the words of a mark need from their surroundings. */
export interface MarkWords {
  t: Translate;
  /** Formats epoch ms in the panel's time zone. */
  formatTime: (time: number) => string;
  /** Tells a date as it is seen from now: "today", "3 Mar". */
  day: (time: number) => string;
  /** Lines about what is on the record of a breach; undefined where nothing is known of it. */
  recorded?: RecordMarks['linesOf'];
}

/**
 * The intervals of one metric to be marked: its breaches, each with its pending run-up, and what was pending without
 * a breach. Levels without an agreement mark where they were crossed; what is shown for context marks nothing.
 *
 * @returns marks inside the span, epoch ms; an unknown start is the span's, an open end where judging ends
 */
export function metricMarks(metric: MetricProtocol, span: Span, words: MarkWords): Mark[] {
  if (metric.kind === 'context') {
    return [];
  }
  const end = judgedEnd(metric, span);
  const clip = (from: number | null, to: number | undefined) => ({
    from: Math.max(from ?? span.from, span.from),
    to: Math.min(to ?? end, end),
  });
  const breaches = metric.view.breaches.map((breach) => ({
    ...clip(breach.firingSince ?? breach.knownFrom ?? null, breach.end),
    ...breachMark(metric, breach, words),
  }));
  const pendings = metric.view.pendings.map((pending) => ({
    ...clip(pending.from, pending.to),
    ...pendingMark(metric, pending, words),
  }));
  return withoutOutranked([...pendings, ...breaches].filter(({ from, to }) => to > from));
}

type MarkLooks = Omit<Mark, 'from' | 'to'>;

function breachMark(metric: MetricProtocol, breach: Breach, words: MarkWords): MarkLooks {
  const { severity } = breach;
  const rule = shownRuleAt(metric, breach.firingSince ?? breach.knownFrom ?? -Infinity);
  return {
    kind: metric.kind === 'levelOnly' ? 'crossed' : 'firing',
    severity,
    describe: () => ({
      title: title(metric, severity, words),
      lines: [
        ...levelLines(metric, { severity, rule }, words),
        ...breachLines(metric, breach, words),
        ...agreedLines({ kind: metric.kind, rule }, words),
        ...(words.recorded?.(metric, breach) ?? []),
      ],
    }),
    count: 1,
  };
}

function pendingMark(metric: MetricProtocol, { severity, from }: Pending, words: MarkWords): MarkLooks {
  const rule = shownRuleAt(metric, from ?? -Infinity);
  return {
    kind: 'pending',
    severity,
    describe: () => ({
      title: title(metric, severity, words),
      lines: [
        ...levelLines(metric, { severity, rule }, words),
        words.t('chart.mark.pending', 'Crossed {{since}}; a breach if it stays for {{duration}}', {
          since: instantWords(metric, from, words),
          duration: formatDuration(rule.forMs),
        }),
        ...agreedLines({ kind: metric.kind, rule }, words),
      ],
    }),
    count: 1,
  };
}

function title(metric: MetricProtocol, severity: Severity, { t }: MarkWords): string {
  return metric.kind === 'levelOnly'
    ? t('chart.mark.crossed-title', 'Level crossed, nothing agreed: {{name}}', { name: escapeText(metric.name) })
    : t('chart.mark.title', '{{severity}}: {{name}}', {
        severity: severityWords(t, severity),
        name: escapeText(metric.name),
      });
}

function levelLines(
  { formatLevel }: MetricProtocol,
  { severity, rule }: { severity: Severity; rule: Rule },
  { t }: MarkWords
): string[] {
  const level = rule.levels.find((candidate) => candidate.severity === severity);
  return level ? [escapeText(thresholdLineNames(t, level, formatLevel).join(', '))] : [];
}

function breachLines(metric: MetricProtocol, breach: Breach, words: MarkWords): string[] {
  const { t } = words;
  const { firingSince, end, worst } = breach;
  const timeWords = (time: number) => instantWords(metric, time, words);
  const lines = [beganLine(metric, breach, words)];
  if (end === undefined) {
    lines.push(t('chart.mark.open', 'Not over yet'));
  } else if (firingSince === null) {
    lines.push(t('chart.mark.ended', 'Ended {{end}}', { end: timeWords(end) }));
  } else {
    const duration = formatElapsed(end - firingSince);
    lines.push(t('chart.mark.lasted', 'Ended {{end}}, after {{duration}}', { end: timeWords(end), duration }));
  }
  if (worst) {
    const value = escapeText(metric.format(worst.value));
    lines.push(t('chart.mark.worst', 'Worst {{value}} at {{time}}', { value, time: timeWords(worst.time) }));
  }
  return lines;
}

/** When the level was crossed, and when that became a breach: of a level that nobody agreed on it never does. */
function beganLine(metric: MetricProtocol, { onset, firingSince }: Breach, words: MarkWords): string {
  const values = { onset: instantWords(metric, onset, words), since: instantWords(metric, firingSince, words) };
  if (metric.kind === 'levelOnly') {
    return words.t('chart.mark.crossed', 'Crossed {{onset}}', values);
  }
  return firingSince === null
    ? words.t('chart.mark.in-breach', 'In breach from {{since}}', values)
    : words.t('chart.mark.onset', 'Crossed {{onset}}, in breach from {{since}}', values);
}

function agreedLines({ kind, rule }: Pick<MetricProtocol, 'kind' | 'rule'>, words: MarkWords): string[] {
  const { t } = words;
  const { owner, action } = rule.text;
  const changed = notAgreedWords(t, { kind, rule }, words);
  return [
    ...(changed === undefined ? [] : [changed]),
    ...(owner && says(rule, 'owner')
      ? [t('chart.mark.owner', 'Owner: {{owner}}', { owner: escapeText(owner.value) })]
      : []),
    ...(action && says(rule, 'action')
      ? [t('chart.mark.action', 'Do: {{action}}', { action: escapeText(action.value) })]
      : []),
  ];
}

/** By the day alone where values are those of days: their hour says nothing. */
function instantWords(
  { stepMs = 0 }: MetricProtocol,
  instant: number | null,
  { t, formatTime, day }: MarkWords
): string {
  if (instant === null) {
    return t('chart.mark.before-view', 'before the time shown');
  }
  return stepMs >= DAY ? day(instant) : formatTime(instant);
}

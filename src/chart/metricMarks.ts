import { textUtil } from '@grafana/data';

import { type Breach, type Pending, type Span } from '../evaluation/evaluation';
import { type MetricProtocol } from '../protocol/protocol';
import { says } from '../rule/answers';
import { formatDuration } from '../rule/duration';
import { type Level } from '../rule/level';
import { type Translate } from '../rule/translate';
import { severityWords, thresholdLineNames } from '../rule/words';
import { type Mark } from './marks';
import { withoutOutranked } from './outrank';

/** What the words of a mark need from their surroundings. */
export interface MarkWords {
  t: Translate;
  /** Formats epoch ms in the panel's time zone. */
  formatTime: (time: number) => string;
  /** The colour that the field's own thresholds give a value. */
  nativeColor: (value: number) => string | undefined;
}

/**
 * The intervals of one metric to be marked: its breaches, each with its pending run-up, and what was pending without
 * a breach. Levels without an agreement mark where they were crossed, in their own colour.
 *
 * @returns marks inside the span, epoch ms; an unknown start is the span's, an open end the span's or now
 */
export function metricMarks(metric: MetricProtocol, span: Span, words: MarkWords): Mark[] {
  const end = Math.min(span.to, span.now ?? span.to);
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
  const { severity, worst } = breach;
  const crossed = metric.kind === 'levelOnly';
  return {
    kind: crossed ? 'crossed' : 'firing',
    severity,
    color: crossed && worst ? words.nativeColor(worst.value) : undefined,
    describe: () => ({
      title: title(metric, severity, words),
      lines: [
        ...levelLines(metric, severity, words),
        ...breachLines(metric, breach, words),
        ...agreedLines(metric, words),
      ],
    }),
    count: 1,
  };
}

function pendingMark(metric: MetricProtocol, { severity, from }: Pending, words: MarkWords): MarkLooks {
  return {
    kind: 'pending',
    severity,
    describe: () => ({
      title: title(metric, severity, words),
      lines: [
        ...levelLines(metric, severity, words),
        words.t('chart.mark.pending', 'Pending since {{since}}; fires after {{duration}}', {
          since: instantWords(from, words),
          duration: formatDuration(metric.rule.forMs),
        }),
        ...agreedLines(metric, words),
      ],
    }),
    count: 1,
  };
}

function title(metric: MetricProtocol, severity: Level['severity'], { t }: MarkWords): string {
  return metric.kind === 'levelOnly'
    ? t('chart.mark.crossed-title', 'Level crossed, no agreed rule: {{name}}', { name: escape(metric.name) })
    : t('chart.mark.title', '{{severity}}: {{name}}', {
        severity: severityWords(t, severity),
        name: escape(metric.name),
      });
}

function levelLines(metric: MetricProtocol, severity: Level['severity'], { t }: MarkWords): string[] {
  const level = metric.rule.levels.find((candidate) => candidate.severity === severity);
  return level ? [escape(thresholdLineNames(t, level, metric.format).join(', '))] : [];
}

function breachLines(metric: MetricProtocol, breach: Breach, words: MarkWords): string[] {
  const { t, formatTime } = words;
  const { onset, firingSince, end, worst } = breach;
  const lines = [
    t('chart.mark.onset', 'Onset {{onset}}, firing since {{since}}', {
      onset: instantWords(onset, words),
      since: instantWords(firingSince, words),
    }),
  ];
  if (end === undefined) {
    lines.push(t('chart.mark.open', 'Not recovered yet'));
  } else if (firingSince === null) {
    lines.push(t('chart.mark.ended', 'Ended {{end}}', { end: formatTime(end) }));
  } else {
    const duration = formatDuration(end - firingSince);
    lines.push(t('chart.mark.lasted', 'Ended {{end}}, after {{duration}}', { end: formatTime(end), duration }));
  }
  if (worst) {
    const value = escape(metric.format(worst.value));
    lines.push(t('chart.mark.worst', 'Worst {{value}} at {{time}}', { value, time: formatTime(worst.time) }));
  }
  return lines;
}

function agreedLines({ rule }: MetricProtocol, { t }: MarkWords): string[] {
  const { owner, action } = rule.text;
  return [
    ...(owner && says(rule, 'owner')
      ? [t('chart.mark.owner', 'Owner: {{owner}}', { owner: escape(owner.value) })]
      : []),
    ...(action && says(rule, 'action')
      ? [t('chart.mark.action', 'Do: {{action}}', { action: escape(action.value) })]
      : []),
  ];
}

function instantWords(instant: number | null, { t, formatTime }: MarkWords): string {
  return instant === null ? t('chart.mark.before-view', 'before what is in view') : formatTime(instant);
}

/** The native tooltip renders HTML: what users wrote must not become any, but keeps its lines. */
function escape(text: string): string {
  return textUtil.escapeHtml(text).replace(/\r?\n/g, '<br>');
}

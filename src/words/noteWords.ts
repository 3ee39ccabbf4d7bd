import type { Missing, Now, Segment, TooLate, TooOld } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import type { Severity } from '../rule/level';
import type { Rule } from '../rule/rule';
import { isStillToChoose } from '../rule/stillToChoose';
import { formatDuration, formatElapsed } from '../time/duration';
import { MINUTE } from '../time/units';
import type { Translate } from './translate';
import { severityWords } from './conditionWords';
import { tooFewNote } from './tooFewWords';
import type { TimeWords } from './whenWords';

/**
 * What a reader should know of the state beside its name, as one sentence each: what is missing to judge, how old the
 * last value is, what comes next. Empty for a state that needs no more words.
 */
export function noteWords(t: Translate, metric: MetricProtocol, times: TimeWords): string[] {
  return [
    stateNote(t, metric, times),
    tooFewNote(t, metric, times),
    lacksOnlyAge(metric) ? undefined : unknownNote(t, metric),
    ageNote(t, metric),
  ].filter((note) => note !== undefined);
}

function stateNote(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  switch (metric.now.state) {
    case 'stale':
      return metric.now.age.kind === 'late'
        ? lateNote(t, metric.now, metric.now.age, times)
        : staleNote(t, metric, metric.now.age);
    case 'firing':
      return metric.now.because && becauseNote(t, metric.now, metric.now.because, times);
    case 'nodata':
      return goneNote(t, metric, times);
    case 'error':
      return t('views.note.error', 'The query failed, so nothing can be said.');
    case 'pending':
      return pendingNote(t, metric, times);
    case 'recovering':
      return recoveringNote(t, metric, times);
    default:
      return undefined;
  }
}

/** A critical state that is not the samples' but the rule's, for want of samples. */
function becauseNote(t: Translate, now: Now, because: Missing, times: TimeWords): string {
  switch (because.kind) {
    case 'nodata':
      return t('views.note.because-no-data', 'There is no value: this rule counts that as critical.');
    case 'late':
      return t('views.note.because-late', '{{late}} This rule counts that as critical.', {
        late: lateNote(t, now, because, times),
      });
    case 'old':
      return t('views.note.because-stale', 'The last value is too old: this rule counts that as critical.');
  }
}

function goneNote(t: Translate, { last, judged }: MetricProtocol, times: TimeWords): string {
  if (last === undefined) {
    return judged.on === 'lookBack'
      ? t('views.note.no-data-looking-back', 'No value in the look-back.')
      : t('views.note.no-data', 'No value in the time shown.');
  }
  return t('views.note.gone', 'No value since {{at}}.', { at: times.at(last.time) });
}

/** "Due today 07:00, 3 h late." */
function lateNote(t: Translate, { at }: Now, { missedDue }: TooLate, times: TimeWords): string {
  return t('views.note.late', 'Due {{due}}, {{late}} late.', {
    due: times.at(missedDue),
    late: formatElapsed(at - missedDue),
  });
}

function staleNote(t: Translate, { last, now, stepMs }: MetricProtocol, { limitMs, estimated }: TooOld): string {
  const limit = limitMs + settlingMs(now);
  const age = last && ageWords(t, now, last.time, limit);
  const values = { age: age ?? t('views.note.no-value', 'No value in the time shown'), limit: '', step: '' };
  if (estimated && stepMs !== undefined) {
    return t('views.note.stale-estimated', '{{age}}; expected every {{step}} (estimate).', {
      ...values,
      step: formatDuration(stepMs),
    });
  }
  return t('views.note.stale-limit', '{{age}}; expected within {{limit}}.', {
    ...values,
    limit: formatDuration(limit),
  });
}

/**
 * What has not settled yet is no value: then an age is that of the last value that counts. Beside a limit that has seconds
 * it has them, too: rounded down it would be below it.
 */
function ageWords(t: Translate, { at, judgedTo }: Now, time: number, limitMs: number): string {
  const age = (limitMs % MINUTE === 0 ? formatElapsed : formatDuration)(at - time);
  return judgedTo === undefined
    ? t('views.note.age', 'Last value {{age}} ago', { age })
    : t('views.note.settled-age', 'Last final value {{age}} ago', { age });
}

function pendingNote(t: Translate, { now, rule }: MetricProtocol, times: TimeWords): string | undefined {
  if (now.since === null || now.state !== 'pending') {
    return undefined;
  }
  const at = times.at(now.since + rule.forMs + (now.pausedMs ?? 0) + settlingMs(now));
  return now.severity === 'warning'
    ? t('views.note.pending-warning', 'Becomes a warning {{at}} if it stays.', { at })
    : t('views.note.pending-critical', 'Becomes critical {{at}} if it stays.', { at });
}

function recoveringNote(t: Translate, { now, rule }: MetricProtocol, times: TimeWords): string | undefined {
  return now.since === null
    ? undefined
    : t('views.note.recovering', 'Over {{at}} if it stays back.', {
        at: times.at(now.since + rule.keepFiringForMs + settlingMs(now)),
      });
}

/** How much later than it happens something is known, because values have to settle first. */
function settlingMs({ at, judgedTo = at }: Now): number {
  return at - judgedTo;
}

/**
 * What it takes to judge what is unknown: the whole metric, or one level of it, which is then named, also beside one
 * that fires. Where it is for want of volume that nothing can be judged, no more data would help.
 */
function unknownNote(t: Translate, metric: MetricProtocol): string | undefined {
  const { kind, now, rule, tooFew, isLong } = metric;
  if (isLong && now.state === 'unknown') {
    return t(
      'views.note.long',
      'These are several series under one another, told apart by another column. Add the transformation "Prepare time series" or "Partition by values".'
    );
  }
  if (
    (kind !== 'ruled' && now.state !== 'unknown') ||
    tooFew !== undefined ||
    ('because' in now && now.because !== undefined)
  ) {
    return undefined;
  }
  const level = now.unknown.length < rule.levels.length + rule.unreadable.length ? now.unknown.at(0) : undefined;
  if (now.state !== 'unknown' && (now.state !== 'firing' || level === undefined)) {
    return undefined;
  }
  if (metric.judged.on === 'awaited') {
    return t('views.note.awaited', 'The data of the look-back is under way.');
  }
  const unread = level ?? rule.unreadable.at(0);
  if (unread !== undefined && rule.unreadable.includes(unread)) {
    return unreadNote(t, rule, unread);
  }
  const needs = needsWords(t, metric);
  return level === undefined
    ? t('views.note.unknown', 'Needs {{needs}}.', { needs })
    : t('views.note.level-unknown', '{{level}}: unclear, needs {{needs}}.', {
        level: severityWords(t, level),
        needs,
      });
}

function unreadNote(t: Translate, rule: Rule, severity: Severity): string {
  const level = severityWords(t, severity);
  if (rule.problems.some(isStillToChoose)) {
    return t('views.note.undecided', 'Not checked yet: choose above or below.');
  }
  return isRangeless(rule, severity)
    ? t('views.note.percent-without-range', '{{level}}: unclear. Percent of what? Set min and max.', { level })
    : t('views.note.unreadable', '{{level}}: unclear, what is written can’t be read.', { level });
}

/**
 * Where what says how old a value may be can't be read: that nobody can tell, beside what fires and beside what else is
 * unknown.
 */
function ageNote(t: Translate, { kind, now, rule }: MetricProtocol): string | undefined {
  const isTold = now.state === 'firing' || now.state === 'unknown';
  return kind === 'ruled' && rule.unreadAge !== undefined && isTold
    ? t('views.note.age-unread', 'Whether a value is too old can’t be told: “{{field}}” can’t be read.', {
        field:
          rule.unreadAge === 'due'
            ? t('rule.field.due', 'New data is due')
            : t('rule.field.stale-after', 'Data is late after'),
      })
    : undefined;
}

/** Whether nothing is unknown but whether the value is too old. */
function lacksOnlyAge({ now, rule, judged }: MetricProtocol): boolean {
  return rule.unreadAge !== undefined && now.unknown.length === 0 && judged.on !== 'awaited';
}

/** "2 d of data, 6 h in view". A query may return more than the time range asks for, and all of it is judged. */
function needsWords(t: Translate, { now, rule, judged, view }: MetricProtocol): string {
  const { needsMs, hasMs = 0 } = now.state === 'unknown' ? (now.history ?? {}) : {};
  if (needsMs === undefined) {
    // A value of exactly the level neither begins nor ends it, however long it lasts.
    if (rule.problems.some(({ code }) => code === 'recoveryAtLevel')) {
      return t('views.note.needs-other', 'a value other than the level');
    }
    return judged.on === 'lookBack'
      ? t('views.note.needs-longer', 'a longer look-back')
      : t('views.note.needs-more', 'more data than is shown');
  }
  const values = { needs: formatDuration(needsMs), has: formatDuration(hasMs) };
  if (judged.on === 'lookBack') {
    return t('views.note.needs-looking-back', '{{needs}} of data, {{has}} in the look-back', values);
  }
  return hasMs > lengthOf(view.segments)
    ? t('views.note.needs-loaded', '{{needs}} of data, {{has}} loaded', values)
    : t('views.note.needs-in-view', '{{needs}} of data, {{has}} shown', values);
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.length === 0 ? 0 : segments[segments.length - 1].to - segments[0].from;
}

function isRangeless({ problems }: Rule, severity: Severity): boolean {
  return problems.some(({ code, field }) => code === 'percentWithoutRange' && field === severity);
}

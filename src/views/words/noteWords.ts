import type { Segment } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../../protocol/protocol';
import { formatDuration } from '../../rule/duration';
import type { Severity } from '../../rule/level';
import type { Translate } from '../../rule/translate';
import type { TimeWords } from './whenWords';

/**
 * What a reader should know of the state beside its name, as one sentence each: what is missing to judge, how old the
 * last value is, what comes next. Empty for a state that needs no more words.
 */
export function noteWords(t: Translate, metric: MetricProtocol, times: TimeWords): string[] {
  return [stateNote(t, metric, times), ...metric.now.unknown.map((severity) => unknownNote(t, severity))].filter(
    (note) => note !== undefined
  );
}

function stateNote(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  switch (metric.now.state) {
    case 'stale':
      return staleNote(t, metric);
    case 'firing':
      return becauseNote(t, metric);
    case 'nodata':
      return goneNote(t, metric, times);
    case 'error':
      return t('views.note.error', 'The query failed, so nothing can be judged.');
    case 'unknown':
      return metric.kind === 'ruled' ? judgeNote(t, metric) : undefined;
    case 'pending':
      return pendingNote(t, metric, times);
    case 'recovering':
      return recoveringNote(t, metric, times);
    default:
      return undefined;
  }
}

/** A critical state that is not the samples' but the rule's, for want of samples. */
function becauseNote(t: Translate, { now }: MetricProtocol): string | undefined {
  switch (now.because) {
    case 'nodata':
      return t('views.note.because-no-data', 'There is no value: this rule counts that as critical.');
    case 'stale':
      return t('views.note.because-stale', 'The last value is too old: this rule counts that as critical.');
    default:
      return undefined;
  }
}

function goneNote(t: Translate, { last }: MetricProtocol, times: TimeWords): string {
  return last === undefined
    ? t('views.note.no-data', 'No value in view.')
    : t('views.note.gone', 'No value since {{at}}.', { at: times.at(last.time) });
}

function staleNote(t: Translate, { last, now, stepMs }: MetricProtocol): string {
  const age = last && t('views.note.age', 'Last value {{age}} ago', { age: formatDuration(now.at - last.time) });
  const values = { age: age ?? t('views.note.no-value', 'No value in view'), limit: '', step: '' };
  if (now.staleEstimated && stepMs !== undefined) {
    return t('views.note.stale-estimated', '{{age}}; expected every {{step}} (estimate).', {
      ...values,
      step: formatDuration(stepMs),
    });
  }
  return now.staleAfterMs === undefined
    ? t('views.note.stale', '{{age}}.', values)
    : t('views.note.stale-limit', '{{age}}; expected within {{limit}}.', {
        ...values,
        limit: formatDuration(now.staleAfterMs),
      });
}

function judgeNote(t: Translate, { now, view }: MetricProtocol): string {
  if (now.needsMs === undefined || now.hasMs === undefined) {
    return t('views.note.unknown', 'What is in view does not decide it.');
  }
  const values = { needs: formatDuration(now.needsMs), has: formatDuration(now.hasMs) };
  // A query may return more than the time range asks for, and all of it is judged.
  return now.hasMs > lengthOf(view.segments)
    ? t('views.note.unknown-loaded', 'Needs {{needs}} of data, {{has}} loaded.', values)
    : t('views.note.unknown-needs', 'Needs {{needs}} of data, {{has}} in view.', values);
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.length === 0 ? Infinity : segments[segments.length - 1].to - segments[0].from;
}

function pendingNote(t: Translate, { now, rule }: MetricProtocol, times: TimeWords): string | undefined {
  if (now.since === null) {
    return undefined;
  }
  const at = times.at(now.since + rule.forMs);
  return now.severity === 'warning'
    ? t('views.note.pending-warning', 'Fires as warning {{at}} if it stays.', { at })
    : t('views.note.pending-critical', 'Fires as critical {{at}} if it stays.', { at });
}

function recoveringNote(t: Translate, { now, rule }: MetricProtocol, times: TimeWords): string | undefined {
  return now.since === null
    ? undefined
    : t('views.note.recovering', 'Counts as recovered {{at}} if it stays.', {
        at: times.at(now.since + rule.keepFiringForMs),
      });
}

function unknownNote(t: Translate, severity: Severity): string {
  return severity === 'critical'
    ? t('views.note.critical-unknown', 'Whether it is critical can’t be judged from what is in view.')
    : t('views.note.warning-unknown', 'The warning level can’t be judged from what is in view.');
}

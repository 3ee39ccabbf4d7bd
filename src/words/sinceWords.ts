import type { MetricProtocol } from '../protocol/protocol';
import { formatElapsed } from '../time/duration';
import type { Translate } from './translate';
import { badgeOf } from './badge';
import type { TimeWords } from './whenWords';
import { DAY } from '../time/units';

/** What says how long a state has lasted. */
export type Lasting = Pick<MetricProtocol, 'kind' | 'now' | 'crossed' | 'view' | 'stepMs' | 'upcoming'>;

/**
 * How long the state has lasted: "for 3 d 4 h, since Fri 20 Nov 05:00"; of values a day or more apart by the day, "since
 * Fri 20 Nov". What began out of view reads "since at least 09:00" (the first sample in view); a range that ends in the
 * past says of when it speaks. Where younger values have not settled, nobody knows how long it has lasted by now, so
 * that only its beginning is told. Of a rule that is to begin, when. Undefined where there is nothing to say.
 */
export function sinceWords(t: Translate, metric: Lasting, times: TimeWords): string | undefined {
  const { now } = metric;
  if (now.live) {
    return lastingWords(t, metric, times);
  }
  const at = times.at(momentOf(metric));
  const lasting = briefSinceWords(t, metric, times);
  return lasting === undefined
    ? t('views.since.at', 'at {{at}}', { at })
    : t('views.since.at-lasting', '{{lasting}} at {{at}}', { at, lasting });
}

/** The same in fewer words: "for 3 d 4 h". */
export function briefSinceWords(t: Translate, metric: Lasting, times: TimeWords): string | undefined {
  const { since, live, judgedTo } = metric.now;
  return since === null || !LASTING.has(badgeOf(metric)) || (live && judgedTo !== undefined)
    ? lastingWords(t, metric, times)
    : t('views.since.brief', 'for {{length}}', { length: formatElapsed(momentOf(metric) - since) });
}

function lastingWords(t: Translate, metric: Lasting, times: TimeWords): string | undefined {
  const { now } = metric;
  const badge = badgeOf(metric);
  if (badge === 'toBegin') {
    return metric.upcoming && times.day(metric.upcoming.at);
  }
  if (!LASTING.has(badge)) {
    return undefined;
  }
  if (now.since === null) {
    const from = now.sinceBefore ?? firstSeen(metric);
    return from === undefined
      ? undefined
      : t('views.since.before', 'since at least {{from}}', { from: beginningWords(metric, from, times) });
  }
  const from = beginningWords(metric, now.since, times);
  return now.judgedTo === undefined
    ? t('views.since.for', 'for {{length}}, since {{from}}', { length: formatElapsed(now.at - now.since), from })
    : t('views.since.from', 'since {{from}}', { from });
}

/** When it began. The hour of midnight says nothing where values are those of days or weeks: they are stamped by date. */
function beginningWords(metric: Lasting, time: number, times: TimeWords): string {
  const moment = momentWords(metric, time, times);
  return moment === times.at(time) ? times.since(time) : moment;
}

/** A moment of a metric's history: "today 05:00"; by the day alone, "Fri 20 Nov", of midnight where its values are those of days. */
export function momentWords({ stepMs = 0 }: Pick<MetricProtocol, 'stepMs'>, time: number, times: TimeWords): string {
  return stepMs >= DAY ? times.day(time) : times.at(time);
}

/** The moment that the state is of. */
function momentOf({ now }: Lasting): number {
  return now.judgedTo ?? now.at;
}

/** States whose beginning matters to a reader. That all is well needs no date; a missing value tells its own age. */
const LASTING: ReadonlySet<string> = new Set(['critical', 'warning', 'pending', 'recovering']);

/** When the history in view begins: before it nothing is known. */
function firstSeen({ view }: Lasting): number | undefined {
  return view.segments.find(({ state }) => state !== 'nodata')?.from;
}

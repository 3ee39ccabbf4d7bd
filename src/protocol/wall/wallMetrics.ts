import type { Samples, Span } from '../../evaluation/evaluation';
import type { RuledMetric } from '../buildProtocol';
import type { Spans } from '../input';
import { overdueOf } from '../overdue';
import type { MetricProtocol } from '../protocol';
import { countedAs } from '../ranking';
import type { Unread } from './failures';
import { errorsOf, failedQueries, mayHold } from './failures';
import type { WallInput, WallPanel } from './wallInput';
import { lacksItsRules } from './wallNotices';

/** Where a metric stands on a wall: large, among what can't be judged, in the strip with a mark or without, or nowhere. */
export type WallPlace = 'critical' | 'warning' | 'unjudged' | 'marked' | 'normal' | 'apart';

/** A metric on a wall. */
export interface WallMetric {
  /** Unique on the wall, and the same at each refresh. */
  key: string;
  metric: MetricProtocol;
  /** The id of the panel that it is of. */
  panelId: string;
  place: WallPlace;
  /** Past its due moment, or past a promised word. */
  isOverdue: boolean;
  /** The panel that it is of; undefined for the wall's own queries. */
  panel?: string;
  /** When its data was asked for, epoch ms; undefined where nobody says. */
  askedAt?: number;
  /** From when on all that people said of its breaches is known, epoch ms; undefined where that is not known. */
  answersFrom?: number;
  /** What its state was told from. */
  drawn?: { samples: Samples; span: Span };
  /** Its query fails now, or its panel is not there: this is what was known at last. */
  isLost?: true;
  /** What could not be read now, so that it is lost or in error: it stands for that on the wall. */
  unread?: Unread;
  /** What was told is told of a part of its data: the rest is under way. */
  isPartial?: boolean;
}

/** What a wall shows, in the order of the dashboard. */
export interface WallMetrics {
  metrics: readonly WallMetric[];
  /** What could not be read and has no metric that stands for it. */
  unread: readonly Unread[];
  /** How many queries fail, whoever stands for them. */
  failed: number;
  /** How much did not come: what failed, with what is under way or not there. */
  withheld: number;
}

/**
 * The metrics of a wall and what could not be read of it, each once. A metric whose query fails now does not go: what fired
 * stays, as it was known at last, and of the others it is said that they can't be judged. Those stand for their query.
 *
 * @param former - what was shown before
 */
export function wallMetrics({ panels, notRead }: WallInput, former: readonly WallMetric[] = []): WallMetrics {
  const failures = [...notRead, ...panels.flatMap(failedQueries)];
  const known = new Map(former.map((one) => [one.key, one]));
  const here = panels.flatMap(metricsOf).map((one) => withFailure(one, known.get(one.key), failures));
  const keys = new Set(here.map(({ key }) => key));
  const isPanelHere = new Set(panels.map(({ id }) => id));
  const lost = former
    .filter(({ key }) => !keys.has(key))
    .map((one) => asLost(one, failureOf(one, failures)))
    .filter(({ unread, panelId }) => unread !== undefined || (notRead.length > 0 && !isPanelHere.has(panelId)));
  const metrics = [...here, ...lost];
  const told = new Set(metrics.filter(({ place }) => place !== 'apart').map(({ unread }) => unread));
  return {
    metrics,
    unread: [...failures.filter((failure) => !told.has(failure)), ...unreadRules(panels)],
    failed: failures.filter(({ kind }) => kind === 'queryFailed' || kind === 'panelFailed').length,
    withheld: failures.length,
  };
}

/** A metric that is there though its query failed, since its panel has it from elsewhere: it is as it was known at last. */
function withFailure(one: WallMetric, former: WallMetric | undefined, failures: readonly Unread[]): WallMetric {
  if (one.metric.now.state !== 'error') {
    return one;
  }
  const unread = failureOf(one, failures);
  return former === undefined || former.metric.now.state === 'error' ? { ...one, unread } : asLost(former, unread);
}

function failureOf({ panelId, metric }: WallMetric, failures: readonly Unread[]): Unread | undefined {
  return failures.find((failure) => mayHold(failure, panelId, metric));
}

function asLost(one: WallMetric, unread: Unread | undefined): WallMetric {
  return { ...one, isLost: true, unread, place: lostPlace(one.place) };
}

/** Where a metric of this state stands. Only what is agreed has a place on a wall. */
export function placeOf(metric: Pick<MetricProtocol, 'kind' | 'now' | 'response'>): WallPlace {
  const counted = countedAs(metric);
  if (metric.kind !== 'ruled' || counted === 'unruled') {
    return 'apart';
  }
  switch (counted) {
    case 'critical':
    case 'warning':
    case 'normal':
      return counted;
    case 'pending':
    case 'recovering':
    case 'accepted':
      return 'marked';
    default:
      return 'unjudged';
  }
}

function metricsOf({ id, title, told, isPartial }: WallPanel): WallMetric[] {
  if (!('protocol' in told)) {
    return [];
  }
  const askedAt = askedAtOf(told.spans);
  const { responses } = told.protocol;
  const answersFrom = responses?.kind === 'tracked' ? responses.knownFrom : undefined;
  const { ruled, spans } = told;
  return told.protocol.metrics.map((metric, index) => ({
    key: `${id}${SEPARATOR}${metric.id}`,
    metric,
    panelId: id,
    place: placeOf(metric),
    isOverdue: overdueOf(metric) !== undefined,
    panel: title,
    askedAt,
    answersFrom,
    drawn: ruled[index] && drawnOf(ruled[index], spans),
    isPartial,
  }));
}

function drawnOf({ metric, judged }: RuledMetric, spans: Spans): WallMetric['drawn'] {
  return judged ? { samples: judged.samples, span: spans.judged } : { samples: metric.samples, span: spans.view };
}

/** When what is judged was asked for, epoch ms: its age is counted from then. */
export function askedAtOf({ judged, view }: WallPanel['told']['spans']): number | undefined {
  return judged.asked ?? view.asked;
}

/** No panel's id has it. */
const SEPARATOR = '\n';

/** Of a query that failed it was said already. */
function unreadRules(panels: readonly WallPanel[]): Unread[] {
  return panels
    .filter((panel) => lacksItsRules(panel) && errorsOf(panel).length === 0)
    .map(({ title }): Unread => ({ kind: 'rulesUnread', panel: title }));
}

/** What fired goes on firing as far as anybody knows; that all was well is no longer known. */
function lostPlace(place: WallPlace): WallPlace {
  return place === 'normal' || place === 'marked' ? 'unjudged' : place;
}

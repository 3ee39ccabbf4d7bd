import type { Samples, Span } from '../../evaluation/evaluation';
import type { RuledMetric } from '../buildProtocol';
import type { Spans } from '../input';
import { overdueOf } from '../overdue';
import type { MetricProtocol, QueryError } from '../protocol';
import { countedAs } from '../ranking';
import type { NotRead, WallInput, WallPanel } from './wallInput';
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
  /** What was told is told of a part of its data: the rest is under way. */
  isPartial?: boolean;
}

/** What could not be read, with the queries that failed, by the panel that they are of. */
export type Unread =
  | NotRead
  | { kind: 'queryFailed'; panel?: string; error: QueryError }
  /** A panel has a table of rules, and nothing of it can be read. */
  | { kind: 'rulesUnread'; panel?: string };

/** What a wall shows, in the order of the dashboard. */
export interface WallMetrics {
  metrics: readonly WallMetric[];
  unread: readonly Unread[];
}

/**
 * The metrics of a wall and what could not be read of it. A metric whose query fails now does not go: what fired stays, as it
 * was known at last, and of the others it is said that they can't be judged.
 *
 * @param former - what was shown before
 */
export function wallMetrics({ panels, notRead }: WallInput, former: readonly WallMetric[] = []): WallMetrics {
  const here = panels.flatMap(metricsOf);
  const keys = new Set(here.map(({ key }) => key));
  const failing = new Set(panels.filter(isFailing).map(({ id }) => id));
  const isPanelHere = new Set(panels.map(({ id }) => id));
  const lost = former
    .filter(({ key }) => !keys.has(key))
    .filter(({ panelId }) => failing.has(panelId) || (notRead.length > 0 && !isPanelHere.has(panelId)))
    .map((one): WallMetric => ({ ...one, isLost: true, place: lostPlace(one.place) }));
  return {
    metrics: [...here, ...lost],
    unread: [...notRead, ...panels.flatMap(failedQueries), ...unreadRules(panels)],
  };
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

function errorsOf({ told }: WallPanel): readonly QueryError[] {
  return 'protocol' in told ? told.protocol.errors : told.errors;
}

function isFailing(panel: WallPanel): boolean {
  return errorsOf(panel).length > 0;
}

function failedQueries(panel: WallPanel): Unread[] {
  return errorsOf(panel).map((error): Unread => ({ kind: 'queryFailed', panel: panel.title, error }));
}

/** Of a query that failed it was said already. */
function unreadRules(panels: readonly WallPanel[]): Unread[] {
  return panels
    .filter((panel) => lacksItsRules(panel) && !isFailing(panel))
    .map(({ title }): Unread => ({ kind: 'rulesUnread', panel: title }));
}

/** What fired goes on firing as far as anybody knows; that all was well is no longer known. */
function lostPlace(place: WallPlace): WallPlace {
  return place === 'normal' || place === 'marked' ? 'unjudged' : place;
}

import type { MetricProtocol, TooFew } from '../../protocol/protocol';
import type { StripItem } from '../../protocol/wall/tellWall';
import type { Unread } from '../../protocol/wall/failures';
import type { WallMetric } from '../../protocol/wall/wallMetrics';
import { formatDuration } from '../../time/duration';
import type { Badge } from '../badge';
import { badgeOf } from '../badge';
import { noteWords } from '../noteWords';
import { volumeWords } from '../tooFewWords';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** A cell of the strip. */
export interface CellWords {
  name: string;
  /** The panel or the query that it is of. */
  of?: string;
  value?: string;
  badge: Badge;
  /** In a word or two, what is to be said of a cell that is not just normal: "late 5 h". */
  mark?: string;
  /** The same as a sentence. */
  why?: string;
}

/** What a cell of the strip says. */
export function cellWords(t: Translate, item: StripItem, times: TimeWords): CellWords {
  return item.kind === 'metric' ? metricCell(t, item.of, times) : unreadCell(t, item.of);
}

function metricCell(t: Translate, one: WallMetric, times: TimeWords): CellWords {
  const { metric, panel, isLost, unread, place } = one;
  const { name, last, format } = metric;
  const cell = unread && unreadCell(t, unread);
  const lost = isLost && (cell?.mark ?? t('views.wall.query-fails', 'query fails'));
  return {
    name,
    of: panel,
    value: last && format(last.value),
    badge: isLost ? 'error' : badgeOf(metric),
    mark: lost || (place === 'normal' ? undefined : markWords(t, metric)),
    why:
      place === 'unjudged' ? cell?.why || lost || noteWords(t, metric, times).at(0) || markWords(t, metric) : undefined,
  };
}

/** Why a metric is not just normal, in a word or two. */
function markWords(t: Translate, { now, last, response, tooFew }: MetricProtocol): string {
  switch (now.state) {
    case 'stale':
      return now.age.kind === 'late'
        ? t('views.wall.late', 'late {{length}}', { length: roughly(now.at - now.age.missedDue) })
        : t('views.wall.stale', 'data {{length}} old', { length: roughly(now.at - (last?.time ?? now.at)) });
    case 'nodata':
      return t('views.wall.no-data', 'no data');
    case 'error':
      return t('views.wall.query-fails', 'query fails');
    case 'pending':
      return t('views.wall.pending', 'watching');
    case 'recovering':
      return t('views.wall.recovering', 'easing');
    case 'firing':
      return response?.open?.response?.holder
        ? t('views.wall.accepted-by', 'accepted, {{name}}', { name: response.open.response.holder.name })
        : t('views.wall.accepted', 'accepted');
    default:
      return tooFew === undefined ? needsMark(t, now) : tooFewMark(t, tooFew);
  }
}

/** "too few: 9 of 20". */
function tooFewMark(t: Translate, tooFew: TooFew): string {
  return tooFew.volume === undefined
    ? t('views.wall.no-volume', 'no number known')
    : t('views.wall.too-few', 'too few: {{volume}}', { volume: volumeWords(t, tooFew) });
}

/** What it takes to tell, where that is known: "needs 2 d". */
function needsMark(t: Translate, now: MetricProtocol['now']): string {
  const needsMs = now.state === 'unknown' ? now.history?.needsMs : undefined;
  return needsMs === undefined
    ? t('views.wall.cannot-judge', 'unclear')
    : t('views.wall.needs', 'needs {{length}} of data', { length: roughly(needsMs) });
}

/** The larger unit alone: "3 h". */
function roughly(ms: number): string {
  return formatDuration(ms).split(' ').slice(0, 2).join(' ');
}

/** What a cell says of something that could not be read. */
export function unreadCell(t: Translate, unread: Unread): CellWords {
  switch (unread.kind) {
    case 'ruleUnclear':
      return {
        name: unread.name,
        badge: 'unknown',
        mark: t('views.wall.rule-unclear', 'which rule?'),
        why: t('views.wall.rule-unclear-why', 'Can’t tell which rule: several panels may have sent it.'),
      };
    case 'panelMissing':
      return {
        name: unread.title,
        badge: 'error',
        mark: t('views.wall.panel-missing', 'panel is gone'),
        why: t('views.wall.panel-missing-why', 'The panel is not on this dashboard any more.'),
      };
    case 'otherRepeat':
      return {
        name: unread.title,
        badge: 'unknown',
        mark: t('views.wall.other-repeat', 'not shown'),
        why: t('views.wall.other-repeat-why', 'Of a repeated panel Grafana hands on the first alone.'),
      };
    case 'rulesNotLoaded':
      return {
        name: unread.title ?? t('views.wall.this-wall', 'This wall'),
        badge: 'error',
        mark: t('views.wall.rules-missing', 'rules missing'),
        why: t(
          'views.wall.rules-not-loaded-why',
          'A part of the plugin that reads its rules can’t be loaded. It is tried again; reload the page if this stays.'
        ),
      };
    case 'rulesUnread':
      return {
        name: unread.panel ?? t('views.wall.this-wall', 'This wall'),
        badge: 'unknown',
        mark: t('views.wall.rules-missing', 'rules missing'),
        why: t('views.wall.rules-unread-why', 'Its rule sheet can’t be read, so nobody knows what to check.'),
      };
    case 'panelAwaited':
      return { name: unread.title, badge: 'nodata', mark: t('views.wall.awaited', 'awaited') };
    case 'panelFailed':
      return {
        name: unread.title,
        badge: 'error',
        mark: t('views.wall.query-fails', 'query fails'),
        why: unread.message,
      };
    case 'queryFailed': {
      const query = queryName(t, unread.error.refId);
      return {
        // Queries of several panels have one name.
        name: unread.panel ?? query,
        of: unread.panel && query,
        badge: 'error',
        mark: t('views.wall.query-fails', 'query fails'),
        why: unread.error.message,
      };
    }
  }
}

function queryName(t: Translate, refId: string | undefined): string {
  return refId === undefined ? t('views.wall.a-query', 'A query') : t('views.wall.query', 'Query {{refId}}', { refId });
}

import { overdueOf } from '../../protocol/overdue';
import type { MetricProtocol } from '../../protocol/protocol';
import type { WallMetric } from '../../protocol/wall/wallMetrics';
import { MINUTE } from '../../time/units';
import { lateLength } from '../deadlineWords';
import { levelWords } from '../levelWords';
import { noteWords } from '../noteWords';
import { briefOwnerWords } from '../roleNames';
import { said } from '../said';
import { briefSinceWords } from '../sinceWords';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** What the tile of a firing metric says beside its state, its name and its value. */
export interface TileWords {
  /** "for 3 d 4 h". */
  lasting?: string;
  /** "Overdue 3 h". */
  overdue?: string;
  /** "act below 20 %". */
  level?: string;
  /** Of which day the value is, where that is not today: "on 12 Nov". */
  dated?: string;
  /** What a reader has to know of the value: that it is not of now. */
  note?: string;
  /** The one thing to do. */
  action: string;
  hasAction: boolean;
  owner: string;
  hasOwner: boolean;
  taken?: TakenWords;
}

/** Whether somebody has it. */
export interface TakenWords {
  label: string;
  text: string;
  isTaken: boolean;
}

/**
 * What a tile says.
 *
 * @param stepsOf - the steps of an action that is written in Markdown
 */
export function tileWords(
  t: Translate,
  one: WallMetric,
  times: TimeWords,
  stepsOf: (markdown: string) => string[]
): TileWords {
  const { metric, isLost, answersFrom } = one;
  const action = said(metric.rule, 'action');
  const step = action === undefined ? undefined : stepsOf(action).at(0);
  const owner = briefOwnerWords(t, metric);
  const level = levelWords(t, metric)?.condition;
  return {
    lasting: briefSinceWords(t, metric, times),
    overdue: overdueWords(t, metric, times),
    level: level && t('views.wall.level', 'act {{condition}}', { condition: level }),
    dated: datedWords(t, metric, times),
    note: isLost ? lostNote(t, one, times) : noteWords(t, metric, times).at(0),
    action: step ?? t('views.wall.no-action', 'Nothing is agreed to be done'),
    hasAction: step !== undefined,
    owner: owner ?? t('views.wall.no-owner', 'Nobody is named'),
    hasOwner: owner !== undefined,
    taken: takenWords(t, metric, answersFrom, times),
  };
}

/** That a page is of now must not be taken for the value's being so. */
function datedWords(t: Translate, { last, now }: MetricProtocol, times: TimeWords): string | undefined {
  return last === undefined || times.isoDay(last.time) === times.isoDay(now.at)
    ? undefined
    : t('views.card.value-on', 'on {{date}}', { date: times.date(last.time) });
}

/** Why a value is not of now, and of when it is: told as the header tells of when the others are. */
function lostNote(t: Translate, { askedAt, unread }: WallMetric, times: TimeWords): string {
  const at = askedAt === undefined ? '' : times.since(askedAt);
  const isPanel = unread !== undefined && unread.kind !== 'queryFailed' && unread.kind !== 'panelFailed';
  if (isPanel) {
    return at === ''
      ? t('views.wall.lost-panel', 'As last known: its panel gives nothing now')
      : t('views.wall.lost-panel-at', 'Data of {{at}}: its panel gives nothing now', { at });
  }
  return at === ''
    ? t('views.wall.lost', 'As last known: its query fails now')
    : t('views.wall.lost-at', 'Data of {{at}}: its query fails now', { at });
}

function overdueWords(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  const overdue = overdueOf(metric);
  if (!overdue) {
    return undefined;
  }
  const ms = metric.now.at - overdue.at;
  switch (overdue.kind) {
    case 'word':
      return t('views.wall.word-late', 'Word {{length}} late', { length: lateLength(ms) });
    case 'before':
      return t('views.wall.overdue-before', 'Overdue since at least {{since}}', { since: times.since(overdue.at) });
    case 'at':
      return ms < MINUTE
        ? t('views.wall.overdue-now', 'Overdue')
        : t('views.wall.overdue', 'Overdue {{length}}', { length: lateLength(ms) });
  }
}

/** Who has it; undefined where nobody can know. */
function takenWords(
  t: Translate,
  metric: MetricProtocol,
  answersFrom: number | undefined,
  times: TimeWords
): TakenWords | undefined {
  const open = metric.response?.open;
  if (!open) {
    return undefined;
  }
  const { response } = open;
  if (!response) {
    const { since } = metric.now;
    const isKnown = answersFrom !== undefined && since !== null && since >= answersFrom;
    return isKnown ? notTaken(t) : undefined;
  }
  const { holder, nextWordBy, dismissed, interventions } = response;
  if (holder) {
    const values = { name: holder.name, at: nextWordBy === undefined ? '' : times.since(nextWordBy) };
    return {
      label: t('views.wall.taken-by', 'Taken by'),
      text: nextWordBy === undefined ? holder.name : t('views.wall.holder-word', '{{name}}, next word {{at}}', values),
      isTaken: true,
    };
  }
  const last = interventions.at(-1);
  if (dismissed !== undefined && last) {
    return { label: t('views.wall.dismissed-by', 'Dismissed by'), text: last.by, isTaken: true };
  }
  return last?.said.kind === 'acted'
    ? { label: t('views.wall.done-by', 'Done by'), text: `${last.by}, ${times.since(last.at)}`, isTaken: true }
    : notTaken(t);
}

function notTaken(t: Translate): TakenWords {
  return { label: '', text: t('views.wall.not-taken', 'Not taken'), isTaken: false };
}

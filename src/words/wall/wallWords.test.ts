import type { Wall } from '../../protocol/wall/tellWall';
import type { Unread } from '../../protocol/wall/failures';
import type { WallNotice } from '../../protocol/wall/wallNotices';
import type { WallCounts, WallMood } from '../../protocol/wall/wallCounts';
import { plain as t } from '../../testing/plain';
import { timeWords } from '../../locales/timeWords';
import type { MetricProtocol } from '../../protocol/protocol';
import { metricProtocol, now, NOW } from '../../testing/metricProtocol';
import { HOUR } from '../../time/units';
import { english } from '../english';
import { cellWords } from './stripWords';
import { noticeLine, wallNoticeWords } from './wallNoticeWords';
import { restLine, restsUntil } from './restWords';
import { countWords, wholeWords } from './wholeWords';

const COUNTS: WallCounts = {
  critical: 0,
  warning: 0,
  overdue: 0,
  unjudged: 0,
  pending: 0,
  recovering: 0,
  accepted: 0,
  normal: 14,
  unruled: 0,
  checked: 14,
  of: 14,
};

function wall(mood: WallMood, counts: Partial<WallCounts> = {}, isAwaited = false): Wall {
  return {
    metrics: [],
    firing: [],
    strip: [],
    unjudged: counts.unjudged ?? 0,
    counts: { ...COUNTS, ...counts },
    mood,
    askings: [],
    isLive: true,
    failed: 0,
    notShown: [],
    withheld: 0,
    notices: [],
    isAwaited,
  };
}

describe('what is said of the whole', () => {
  it.each<[string, Wall, string, string]>([
    ['all is well', wall('allClear'), 'All OK', '14 of 14 checked, data of 10:42'],
    [
      'one is pending',
      wall('quiet', { normal: 13, pending: 1 }),
      'Nothing in breach',
      '14 of 14 checked, 13 OK, data of 10:42',
    ],
    [
      'panels are missing',
      { ...wall('quiet'), notShown: ['Host', 'Targets'] },
      'Nothing in breach here',
      '14 of 14 checked, 14 OK, data of 10:42',
    ],
    [
      'one is stale',
      wall('notAll', { normal: 13, unjudged: 1, checked: 13 }),
      '1 not checked',
      '13 of 14 checked, none in breach, data of 10:42',
    ],
    [
      'nothing could be',
      wall('notAll', { normal: 0, unjudged: 2, checked: 0, of: 2 }),
      '2 not checked',
      'Nothing could be checked, data of 10:42',
    ],
    [
      'there is no rule',
      wall('nothing', { normal: 0, checked: 0, of: 0 }),
      'Nothing to check',
      'None of the metrics here has a rule',
    ],
    ['nothing has come yet', wall('nothing', {}, true), 'Waiting for data…', ''],
  ])('where %s', (_, given, headline, line) => {
    expect(wholeWords(t, given, '10:42', true)).toMatchObject({ headline, line });
  });

  it('says of when it is where that is not now, and not that it is so', () => {
    expect(wholeWords(t, wall('quiet', { normal: 13, pending: 1 }), '10:42', false)).toMatchObject({
      headline: 'At 10:42: Nothing in breach',
      line: '14 of 14 checked, 13 OK',
    });
    expect(restLine(t, wall('allClear'), '22:42', false)).toBe('At 22:42: nothing critical, 14 of 14 checked');
  });

  it('says what was not asked for a check', () => {
    expect(wholeWords(t, wall('allClear', { unruled: 3 }), '10:42', true).aside).toBe('Not checked: 3 without a rule');
  });

  it('counts what there is, the worst first', () => {
    const counts = { ...COUNTS, critical: 1, warning: 2, overdue: 1, unjudged: 3, normal: 8, unruled: 2 };
    expect(countWords(t, counts).map(({ words }) => words)).toEqual([
      '1 critical',
      '2 warning',
      '1 overdue',
      '3 not checked',
      '8 OK',
      '2 without a rule',
    ]);
  });
});

const times = timeWords(t, { timeZone: 'utc', now: NOW });

describe('what a wall says that rests', () => {
  it.each<[Wall, string]>([
    [wall('allClear'), 'Nothing critical, 14 of 14 checked, data of 22:42'],
    [wall('notAll', { checked: 13, unjudged: 1, normal: 13 }), 'Nothing critical, 13 of 14 checked, data of 22:42'],
    [wall('nothing', { of: 0, checked: 0 }), 'Nothing to check'],
    [wall('nothing', {}, true), 'Waiting for data…'],
  ])('%j', (given, line) => {
    expect(restLine(t, given, '22:42', true)).toBe(line);
  });

  it.each([
    [NOW + HOUR, 'Rests until today 10:00'],
    [NOW + 22 * HOUR, 'Rests until tomorrow 07:00'],
    [Infinity, 'Rests: its hours never come'],
  ])('%d', (until, words) => {
    expect(restsUntil(t, until, times)).toBe(words);
  });
});

describe('what could not be read', () => {
  it.each<[Unread, string, string, string | undefined]>([
    [
      { kind: 'ruleUnclear', name: 'Leads' },
      'Leads',
      'which rule?',
      'Can’t tell which rule: several panels may have sent it.',
    ],
    [
      { kind: 'panelMissing', title: 'Pipeline' },
      'Pipeline',
      'panel is gone',
      'The panel is not on this dashboard any more.',
    ],
    [{ kind: 'panelFailed', title: 'Pipeline', message: 'timeout' }, 'Pipeline', 'query fails', 'timeout'],
    [{ kind: 'rulesNotLoaded', title: 'Pipeline' }, 'Pipeline', 'rules missing', undefined],
    [{ kind: 'rulesUnread', panel: 'Pipeline' }, 'Pipeline', 'rules missing', undefined],
    [{ kind: 'rulesUnread' }, 'This wall', 'rules missing', undefined],
    [{ kind: 'panelAwaited', title: 'Pipeline' }, 'Pipeline', 'awaited', undefined],
    [{ kind: 'queryFailed', id: 'own', error: { refId: 'B', message: 'no' } }, 'Query B', 'query fails', 'no'],
    [{ kind: 'queryFailed', id: 'own', error: { message: 'no' } }, 'A query', 'query fails', 'no'],
  ])('%j', (of, name, mark, why) => {
    expect(cellWords(t, { kind: 'unread', of }, times)).toMatchObject({
      name,
      mark,
      ...(why !== undefined && { why }),
    });
  });
});

describe('a metric that can’t be told', () => {
  const cellOf = (given: Partial<MetricProtocol>) =>
    cellWords(
      t,
      {
        kind: 'metric',
        of: { key: 'a', metric: metricProtocol(given), panelId: 'p', place: 'unjudged', isOverdue: false },
      },
      times
    );
  const unknown = { state: 'unknown', since: null, unknown: ['critical'], at: NOW, live: true } as const;

  it.each<[Partial<MetricProtocol>, string]>([
    [{ now: now(unknown), tooFew: { since: NOW - HOUR, volume: 9, needed: 20 } }, 'too few: 9 of 20'],
    [{ now: now(unknown), tooFew: { since: NOW - HOUR, needed: 20 } }, 'no number known'],
    [{ now: now({ ...unknown, history: { needsMs: 48 * HOUR, hasMs: HOUR } }) }, 'needs 2 d of data'],
    [{ now: now(unknown) }, 'unclear'],
  ])('says why: %j', (given, mark) => {
    expect(cellOf(given).mark).toBe(mark);
  });
});

describe('a metric as it was last known', () => {
  it.each<[Unread | undefined, string, string]>([
    [{ kind: 'queryFailed', id: 'p', error: { refId: 'A', message: 'timeout' } }, 'query fails', 'timeout'],
    [{ kind: 'queryFailed', id: 'p', error: { refId: 'A', message: '' } }, 'query fails', 'query fails'],
    [{ kind: 'panelMissing', id: 'p', title: 'Shop' }, 'panel is gone', 'The panel is not on this dashboard any more.'],
    [{ kind: 'panelAwaited', id: 'p', title: 'Shop' }, 'awaited', 'awaited'],
    [undefined, 'query fails', 'query fails'],
  ])('says what its place stands for: %j', (unread, mark, why) => {
    const of = { key: 'k', metric: metricProtocol(), panelId: 'p', place: 'unjudged', isOverdue: false, isLost: true, unread } as const; // prettier-ignore
    expect(cellWords(t, { kind: 'metric', of }, times)).toMatchObject({ badge: 'error', mark, why });
  });
});

describe('what a wall says of its panels in a line', () => {
  const bad = { code: 'noMetric', row: 3, found: '' } as const;
  const sheets = { rules: [bad, bad, { code: 'matchesNothing', found: 'Lead' } as const], directory: [bad] };

  it.each<[WallNotice, string]>([
    [
      { kind: 'sheets', panel: 'Pipeline', sheets },
      'Pipeline: The rule sheet has 2 problems, 1 row matches no metric, The directory has 1 problem',
    ],
    [{ kind: 'sheets', sheets: { rules: [bad], directory: [] } }, 'The rule sheet has 1 problem'],
    [
      { kind: 'badHours', problem: { code: 'noZone', found: 'weekdays 07:00-19:00' } },
      'The wall’s hours: "weekdays 07:00-19:00" needs a time zone. Write them like weekdays 07:00-19:00 Europe/Berlin',
    ],
    [
      { kind: 'badHours', problem: { code: 'hoursReversed', found: '22:00-06:00' } },
      'The wall’s hours: "22:00-06:00" ends too early. Write them like daily 00:00-06:00, 22:00-24:00 UTC',
    ],
    [{ kind: 'notShown', titles: ['Host', 'Targets'] }, 'Not on this wall: Host, Targets'],
    [
      { kind: 'noLookBack', panel: 'Leads', because: 'streaming' },
      'Leads: State from the time shown: the look-back can’t be had',
    ],
  ])('%j', (notice, words) => {
    expect(wallNoticeWords(english, notice)).toBe(words);
  });

  it.each([
    [['one', 'two', 'three hundred'], 100, 'one · two · three hundred'],
    [['one', 'two', 'three hundred'], 22, 'one · two · and 1 more'],
    [['one', 'two', 'three hundred'], 18, 'one · and 2 more'],
    [['one', 'two', 'three hundred'], 3, 'one · and 2 more'],
    [['one'], 1, 'one'],
    [[], 10, ''],
  ])('%j in %i letters: %j', (texts, width, line) => {
    expect(noticeLine(t, texts, ({ length }) => length <= width)).toBe(line);
  });
});

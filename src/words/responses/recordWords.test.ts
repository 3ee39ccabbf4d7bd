import { timeWords } from '../../locales/timeWords';
import type { Unwritten } from '../../protocol/responses/intervention';
import type { ResponseFigures } from '../../protocol/responses/responseFigures';
import { intervention } from '../../testing/respondedMetric';
import { NOW } from '../../testing/metricProtocol';
import { plain as t } from '../../testing/plain';
import { HOUR, MINUTE } from '../../time/units';
import { unwrittenWords } from './recordWords';
import { responseFiguresWords } from './responseFiguresWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

it.each<[Partial<Unwritten>, string]>([
  [{ status: 'writing' }, 'Being written…'],
  [{ status: 'waiting' }, 'Not written yet, kept here.'],
  [{ status: 'waiting', nextTry: NOW + 2 * MINUTE }, 'Not written yet, kept here; tried again today 09:02.'],
  [{ status: 'refused' }, 'Could not be written.'],
  [{ status: 'refused', isUndo: true }, 'Taken back here, but it could not be removed from the record.'],
  [{ status: 'refused', answer: 'No right.' }, 'Could not be written: No right.'],
])('says what becomes of %j', (unwritten, words) => {
  const whole = { intervention: intervention({ kind: 'acted' }), status: 'writing' as const, ...unwritten };
  expect(unwrittenWords(t, whole, times)).toBe(words);
});

describe('responseFiguresWords', () => {
  const figures = (overrides: Partial<ResponseFigures>): ResponseFigures => ({
    breaches: 3,
    unanswered: 0,
    accepted: 0,
    falseAlarms: 0,
    ruleWrong: 0,
    fromSheet: 0,
    ...overrides,
  });
  const toFirst = { medianMs: 20 * MINUTE, worstMs: 3 * HOUR };
  it.each<[string, ResponseFigures, number, string[]]>([
    ['all answered', figures({}), 3, ['each with a recorded response']],
    [
      'how long the first took, and what nobody answered',
      figures({ toFirst, unanswered: 1 }),
      3,
      ['first response after 20 min (median), 3 h at worst', '1 with no recorded response'],
    ],
    [
      'one length alone',
      figures({ toFirst: { ...toFirst, worstMs: 20 * MINUTE }, unanswered: 2 }),
      3,
      ['first response after 20 min', '2 with no recorded response'],
    ],
    [
      'what was decided',
      figures({ unanswered: 1, accepted: 1, falseAlarms: 2, ruleWrong: 3 }),
      3,
      ['1 with no recorded response', '1 accepted', '2 false alarms', '3 × “the rule is wrong”'],
    ],
    ['nothing of what is not known', figures({ breaches: 0 }), 2, ['of 2 not all is known']],
    [
      'what came from the sheet',
      figures({ unanswered: 1, fromSheet: 2 }),
      3,
      ['1 with no recorded response', '2 from the response sheet'],
    ],
    ['nothing of none', figures({ breaches: 0 }), 0, []],
  ])('says %s', (_, given, listed, words) => {
    expect(responseFiguresWords(t, given, listed)).toEqual(words);
  });
});

import { below, metricProtocol, NOW, rule, ruleChange, stated } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import type { Rule } from '../rule/rule';
import { changedWords, changeNotes } from './changeNotes';
import { timeWords } from '../locales/timeWords';
import { DAY } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const SEPTEMBER = Date.UTC(2026, 8, 1);
const DECEMBER = Date.UTC(2026, 11, 1);

describe('changeNotes', () => {
  it('says nothing of a rule that stays', () => {
    expect(changeNotes(t, metricProtocol(), times)).toEqual([]);
  });

  it('says since when the rule is as it is, and what comes', () => {
    const metric = metricProtocol({
      changes: [ruleChange(Date.UTC(2026, 5, 1)), ruleChange(SEPTEMBER)],
      upcoming: {
        at: DECEMBER,
        before: rule(),
        after: rule({ levels: [below('warning', 24), below('critical', 22)] }),
      },
    });
    expect(changeNotes(t, metric, times)).toEqual([
      expect.stringMatching(/^Since 1 Sep: critical below 18 % → below 20 %.*; for 5 d → 2 d.*\.$/),
      'From 1 Dec: critical below 20 % → below 22 %.',
    ]);
  });

  it.each<[string, Partial<Rule>, Partial<Rule>, boolean]>([
    ['agreed on', {}, {}, false],
    ['changed since', {}, { signatures: [{ source: 'override', state: 'changed' }] }, true],
    ['signed by nobody', {}, { signatures: [] }, true],
    ['signed by nobody, as the one before it', { signatures: [] }, { signatures: [] }, false],
  ])('takes no next rule for agreed that nobody agreed on: %s', (_, before, after, isOpen) => {
    const upcoming = { at: DECEMBER, before: rule(before), after: rule({ forMs: DAY, ...after }) };
    expect(changeNotes(t, metricProtocol({ upcoming }), times)).toEqual([
      isOpen ? 'From 1 Dec (not agreed yet): for 2 d → 1 d.' : 'From 1 Dec: for 2 d → 1 d.',
    ]);
  });

  it('calls nothing agreed anew that is not agreed yet', () => {
    const upcoming = {
      at: DECEMBER,
      before: rule(),
      after: rule({ signatures: [{ source: 'override', state: 'changed' }] }),
    };
    expect(changeNotes(t, metricProtocol({ upcoming }), times)).toEqual([
      'From 1 Dec (not agreed yet): the same as before.',
    ]);
  });

  it('names the three changes that matter most, and counts the others', () => {
    const before = rule({
      levels: [below('warning', 22), below('critical', 18)],
      forMs: 5 * DAY,
      text: stated({ owner: 'Sales', escalateTo: 'CRO', agreedBy: 'Sales' }),
    });
    const metric = metricProtocol({ changes: [{ at: SEPTEMBER, before, after: rule() }] });
    expect(changeNotes(t, metric, times)).toEqual([
      expect.stringMatching(/: critical below 18 % → below 20 %; warning .*; for 5 d → 2 d; \d+ more changes\.$/),
    ]);
    expect(changedWords(t, metric.changes[0], { formatLevel: metric.formatLevel, times })).toContain(
      'owner Sales → Demand Gen'
    );
  });

  it('says so where a rule was only agreed anew', () => {
    const metric = metricProtocol({ changes: [{ at: SEPTEMBER, before: rule(), after: rule() }] });
    expect(changeNotes(t, metric, times)).toEqual(['Since 1 Sep: agreed anew, the same as before.']);
  });
});

describe('changedWords', () => {
  it('names the day', () => {
    expect(changedWords(t, ruleChange(SEPTEMBER), { formatLevel: String, times })).toMatch(
      /^Rule changed 1 Sep: critical below 18 →/
    );
  });
});

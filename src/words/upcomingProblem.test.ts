import { timeWords } from '../locales/timeWords';
import { mergeHistory, ruleAt } from '../rule/history';
import type { RuleSources } from '../rule/sources';
import { plain as t } from '../testing/plain';
import { upcomingProblem } from './upcomingProblem';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const AT = Date.parse('2026-12-01');
const ROW = { kind: 'sheet', metric: 'Leads', query: 'S', rows: [3] } as const;

/** What is said of the first problem of some sources, with the change of 1 December. */
function said(sources: RuleSources) {
  const history = mergeHistory(sources);
  const [rule, after] = [NOW, AT].map((time) => ruleAt(history, time));
  const times = timeWords(t, { now: NOW, timeZone: 'UTC' });
  return upcomingProblem(t, rule.problems[0], { rule, row: ROW, upcoming: { at: AT, before: rule, after } }, times);
}

const sheet = { operator: '<', warning: 22, critical: 20 };

it('says in which rule, and from when on, levels go together wrongly', () => {
  expect(said({ sheet, override: { critical: 25, validFrom: '2026-12-01' } })).toBe(
    'Warning, in the rule for this metric, from Tue 1 Dec on: 22 is reached after critical. Choose one that is reached before. Else there is no warning from Tue 1 Dec on.'
  );
});

it('names the row where its own next version does', () => {
  expect(said({ sheet: { ...sheet, critical: 25, validFrom: '2026-12-01', earlier: [sheet] } })).toMatch(
    /^Warning, in the rule sheet, row 3, from Tue 1 Dec on: /
  );
});

it('says nothing of what is wrong now already, or of anything else', () => {
  expect(said({ sheet: { ...sheet, critical: 25 } })).toBeUndefined();
  expect(said({ sheet: { ...sheet, for: '2 dayz' } })).toBeUndefined();
});

import type { MetricProtocol } from '../protocol/protocol';
import { below, firingMetric, metricProtocol, NOW, now, rule, ruleChange, stated } from '../testing/metricProtocol';
import { intervention, respondedMetric } from '../testing/respondedMetric';
import { t } from '../locales/t';
import { answerSentence } from './answerSentence';
import { timeWords } from '../locales/timeWords';
import { DAY, HOUR } from '../time/units';
import { fullAddress } from '../views/text/linkTo';
import { copiedSteps } from '../views/text/markdown';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const context = { times, steps: copiedSteps, address: fullAddress };
const sentence = (metric: MetricProtocol) => answerSentence(t, metric, context);

const AGREED =
  'Agreed: below 20 % for 2 d (warning below 24 %), Demand Gen: Pause paid campaigns under 15 %; ' +
  'Call the 20 newest leads today (Agreed by Sales and Finance, 3 March 2026).';

describe('answerSentence', () => {
  it('answers for a calm metric', () => {
    expect(sentence(metricProtocol())).toBe(`Week-2 lead conversion is 26.4 %. No action now.\n${AGREED}`);
  });

  it('claims no agreement where nobody signed, or somebody changed what was signed', () => {
    const unsigned = metricProtocol({ rule: rule({ text: stated({ owner: 'Ana' }) }) });
    expect(sentence(unsigned)).toContain('\nRule: below 20 % for 2 d (warning below 24 %), Ana.');
    const changed = rule({ signatures: [{ source: 'override', state: 'changed', changedOn: '2026-11-23' }] });
    expect(sentence(metricProtocol({ rule: changed }))).toBe(
      'Week-2 lead conversion is 26.4 %. No action now.\n' +
        'Changed today, not agreed yet: below 20 % for 2 d (warning below 24 %), ' +
        'Demand Gen: Pause paid campaigns under 15 %; Call the 20 newest leads today.'
    );
  });

  it('calls no level agreed that nobody signed', () => {
    expect(sentence(metricProtocol({ rule: rule({ levelsSource: 'thresholds' }) }))).toMatch(
      /\nRule: below 20 % .+\. Agreed by Sales and Finance, 3 March 2026\. The levels are not part of what was agreed\.$/
    );
  });

  it('tells the value as the field shows it, and the levels as they are', () => {
    const metric = metricProtocol({
      rule: rule({ levels: [below('warning', 99.95), below('critical', 99.5)] }),
      last: { value: 99.97, time: NOW },
      format: (value) => `${value.toFixed(1)} %`,
    });
    expect(sentence(metric)).toMatch(
      / is 100\.0 %\. No action now\.\nAgreed: below 99\.5 % for 2 d \(warning below 99\.95 %\)/
    );
  });

  it.each([
    [{ title: 'Lead quality', dashboard: 'Sales Ops' }, 'Lead quality, Sales Ops: '],
    [{ title: ' ', dashboard: 'Sales Ops' }, 'Sales Ops: '],
    [{}, ''],
  ])('ends with where the metric is shown: %j', (names, words) => {
    const url = 'https://grafana.example.com/d/x?viewPanel=1';
    const lines = answerSentence(t, metricProtocol(), { ...context, panel: { ...names, url } }).split('\n');
    expect(lines.at(-1)).toBe(`${words}${url}`);
  });

  it('says to act now, and what is due, while it fires', () => {
    expect(sentence(firingMetric())).toBe(
      'Week-2 lead conversion is 17.2 %. Critical for 3 d 4 h, since Fri 20 Nov 05:00. ' +
        'Act now: Demand Gen: Pause paid campaigns under 15 %; Call the 20 newest leads today. Due today 14:05.\n' +
        'Agreed: below 20 % for 2 d (warning below 24 %) (Agreed by Sales and Finance, 3 March 2026). ' +
        'Then tell VP Sales.'
    );
  });

  it('asks nobody to act again once somebody has', () => {
    const acted = intervention({ kind: 'acted' }, { note: 'Paused three campaigns' });
    expect(sentence(respondedMetric([acted]))).toMatch(/The rule says: Demand Gen: Pause paid campaigns/);
    expect(sentence(respondedMetric([acted]))).not.toContain('Act now');
    expect(sentence(respondedMetric([intervention({ kind: 'taken' })]))).toContain('Act now: Demand Gen');
  });

  it('says first that it is overdue', () => {
    expect(sentence(firingMetric({ deadline: { kind: 'at', at: NOW - 3 * HOUR } }))).toMatch(
      /since Fri 20 Nov 05:00\. Overdue 3 h \(since 06:00\)\. Act now: [^\n]+ leads today\.\nAgreed: /
    );
  });

  it('answers a warning as a warning', () => {
    const warning = now({ state: 'firing', severity: 'warning', since: NOW - HOUR });
    expect(sentence(firingMetric({ now: warning }))).toContain('below 24 % for 2 d (critical below 20 %)');
  });

  it.each<[string, Partial<MetricProtocol>, string, string]>([
    [
      'pending',
      { now: now({ state: 'pending', severity: 'critical', since: NOW - 6 * HOUR }) },
      'Week-2 lead conversion is 26.4 %. Watching for 6 h, since 03:00. Becomes critical Wed 25 Nov 03:00 if it stays.',
      'No action yet.',
    ],
    [
      'recovering',
      {
        now: now({ state: 'recovering', severity: 'critical', since: NOW - HOUR }),
        rule: rule({ keepFiringForMs: 2 * HOUR }),
      },
      'Week-2 lead conversion is 26.4 %. Easing for 1 h, since 08:00. Over today 10:00 if it stays back.',
      'No new action.',
    ],
    [
      'stale',
      {
        now: now({ state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false } }),
        last: { value: 26, time: NOW - 3 * HOUR },
      },
      'Week-2 lead conversion was 26 % when it was last known. Data late. Last value 3 h ago; expected within 1 h.',
      'Whether to act can’t be said.',
    ],
    [
      'late data',
      {
        now: now({ state: 'stale', age: { kind: 'late', missedDue: NOW - 2 * HOUR } }),
        last: { value: 26, time: NOW - 3 * DAY },
      },
      'Week-2 lead conversion was 26 % when it was last known. Data late. Due today 07:00, 2 h late.',
      'Whether to act can’t be said.',
    ],
    [
      'too little volume',
      {
        now: now({ state: 'unknown' }),
        tooFew: { volume: 3, needed: 20, since: NOW - 4 * DAY },
        last: { value: 26, time: NOW - 5 * DAY },
      },
      'Week-2 lead conversion was 26 % on 18 Nov. Unclear. Too few to say (3 of 20) since Thu 19 Nov 09:00.',
      'Whether to act can’t be said.',
    ],
    [
      'values that have not settled',
      { now: now({ judgedTo: NOW - 2 * DAY }), unsettledFrom: NOW - 2 * DAY },
      'Week-2 lead conversion is 26.4 %. Final up to 21 Nov; newer values still change.',
      'No action now.',
    ],
    [
      'a metric that is checked seldom',
      { rule: rule({ forMs: HOUR / 12 }), stepMs: HOUR },
      'Week-2 lead conversion is 26.4 %. Checked once an hour: whether it lasts 5 min can’t be told in between.',
      'No action now.',
    ],
    [
      'no data',
      { now: now({ state: 'nodata' }), last: undefined },
      'Week-2 lead conversion: No data. No value in the time shown.',
      'Whether to act can’t be said.',
    ],
    [
      'a failed query',
      { now: now({ state: 'error' }), last: undefined },
      'Week-2 lead conversion: Error. The query failed, so nothing can be said.',
      'Whether to act can’t be said.',
    ],
    [
      'unknown',
      { now: now({ state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR } }) },
      'Week-2 lead conversion is 26.4 %. Unclear. Needs 2 d of data, 6 h shown.',
      'Whether to act can’t be said.',
    ],
    [
      'a past range',
      { now: now({ state: 'firing', severity: 'critical', since: NOW - DAY, live: false }) },
      'Week-2 lead conversion was 26.4 %, Critical for 1 d at today 09:00.',
      'This was the state then, not today’s.',
    ],
  ])('is honest about %s', (_, overrides, first, last) => {
    const words = sentence(metricProtocol(overrides));
    expect(words.startsWith(first)).toBe(true);
    expect(words.split('\n')[0].endsWith(last)).toBe(true);
    expect(words).not.toContain('Act now');
  });

  it('says of a level without an agreement that nobody is named', () => {
    const metric = metricProtocol({ kind: 'levelOnly', crossed: true, now: now({ state: 'unruled' }) });
    expect(sentence(metric)).toBe(
      'Week-2 lead conversion is 26.4 %. Level crossed, nothing agreed. ' +
        'Nobody is named, nothing is agreed to be done.\nLevel: below 24 %.'
    );
  });

  it('gives the reason of a metric that is shown for context', () => {
    const metric = metricProtocol({
      kind: 'context',
      now: now({ state: 'unruled' }),
      rule: rule({ levels: [], text: stated({ noRule: 'Explains conversion.' }) }),
    });
    expect(sentence(metric)).toBe('Week-2 lead conversion is 26.4 %. No rule needed: Explains conversion.');
  });

  it('says that nothing is agreed without a rule', () => {
    const metric = metricProtocol({
      kind: 'unruled',
      now: now({ state: 'unruled' }),
      rule: rule({ levels: [], text: {} }),
    });
    expect(sentence(metric)).toBe('Week-2 lead conversion is 26.4 %. Nothing is agreed for this metric.');
  });

  it('names what is missing and takes no placeholder for an answer', () => {
    const metric = metricProtocol({
      rule: rule({ text: stated({ owner: 'TBD', action: 'Look into it.' }) }),
      answered: { threshold: true, who: false, action: true, automation: true },
    });
    expect(sentence(metric)).toContain('Rule: below 20 % for 2 d (warning below 24 %), Look into it. Nobody is named.');
  });

  it('keeps what people wrote: nothing is escaped', () => {
    const metric = metricProtocol({
      name: 'P&L <net> "x" a/b',
      rule: rule({ text: stated({ owner: "O'Neil & Co" }) }),
    });
    expect(sentence(metric)).toContain('P&L <net> "x" a/b is');
    expect(sentence(metric)).toContain("O'Neil & Co");
  });

  it('says since when it is agreed, and what comes', () => {
    const metric = metricProtocol({
      changes: [ruleChange(Date.UTC(2026, 8, 1))],
      upcoming: { at: Date.UTC(2026, 11, 1), before: rule(), after: rule({ levels: [below('critical', 22)] }) },
    });
    expect(sentence(metric)).toMatch(
      / Since 1 Sep: critical below 18 % → below 20 %.*\. From 1 Dec: .*below 20 % → below 22 %.*\.$/
    );
  });

  it('lists no rule to come as agreed that nobody agreed on', () => {
    const after = rule({ forMs: DAY, signatures: [{ source: 'override', state: 'changed' }] });
    const metric = metricProtocol({ upcoming: { at: Date.UTC(2026, 11, 1), before: rule(), after } });
    expect(sentence(metric)).toMatch(
      /\nAgreed: .+ \(Agreed by Sales and Finance, 3 March 2026\)\. From 1 Dec \(not agreed yet\): for 2 d → 1 d\.$/
    );
  });
});

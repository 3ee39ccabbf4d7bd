import { timeWords } from '../../locales/timeWords';
import type { Intervention } from '../../protocol/responses/intervention';
import { intervention, respondedMetric, tracked } from '../../testing/respondedMetric';
import { firingMetric, metricProtocol, NOW, now, rule } from '../../testing/metricProtocol';
import { plain as t } from '../../testing/plain';
import { DAY, HOUR, MINUTE } from '../../time/units';
import { openWords, respondedWords } from './openWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

const taken = (nextWordBy?: number, overrides: Partial<Intervention> = {}) =>
  intervention(nextWordBy === undefined ? { kind: 'taken' } : { kind: 'taken', nextWordBy }, overrides);

function saidOf(...interventions: Intervention[]) {
  return openWords(t, respondedMetric(interventions), tracked(), times)?.said;
}

describe('openWords', () => {
  it.each<[string, Intervention[], string[]]>([
    ['who has it', [taken()], ['Ana has it (since 08:00).']],
    ['the next word', [taken(NOW + 2 * HOUR)], ['Ana has it (since 08:00), next word by today 11:00.']],
    [
      'where it came from',
      [taken(undefined, { source: 'responseSheet', note: 'by the form' })],
      ['Ana has it (since 08:00), from the response sheet: by the form.'],
    ],
    ['a note', [taken(undefined, { note: ' on it.\nreally ' })], ['Ana has it (since 08:00): on it. really.']],
    ['whom it was handed to', [intervention({ kind: 'handedOver', to: 'Ben' })], ['Ben has it (from Ana, 08:00).']],
    [
      'what was done, beside who has it',
      [taken(undefined, { at: NOW - 2 * HOUR }), intervention({ kind: 'acted' }, { note: 'Called ten leads.' })],
      ['Ana has it (since 07:00).', 'Done 08:00 (Ana): Called ten leads.'],
    ],
    [
      'until when it is lived with, and why',
      [intervention({ kind: 'accepted', until: Date.UTC(2026, 11, 1) }, { note: 'quarter end' })],
      ['Accepted until 1 Dec (Ana): quarter end.'],
    ],
    [
      'that this is over',
      [intervention({ kind: 'accepted', until: NOW - MINUTE }, { note: 'quarter end' })],
      ['Was accepted until today 08:59 (Ana), which is over.'],
    ],
    ['a false alarm', [taken(), intervention({ kind: 'falseAlarm' }, { at: NOW - 1 })], ['False alarm (Ana).']],
    [
      'that the rule is wrong',
      [intervention({ kind: 'ruleWrong' }, { note: 'too tight' })],
      ['The rule is wrong (Ana): too tight.'],
    ],
    ['that nobody has said anything', [], ['No recorded response yet.']],
  ])('says %s', (_, interventions, said) => {
    expect(saidOf(...interventions)).toEqual(said);
  });

  it('says first that a promised word is late, and whose turn it is', () => {
    const late = [taken(NOW - 40 * MINUTE)];
    expect(openWords(t, respondedMetric(late, {}, { deputy: { name: 'Ben' } }), tracked(), times)).toEqual({
      late: 'Next word from Ana was due 08:20, 40 min ago.',
      turn: 'Now Ben’s turn (deputy), then VP Sales.',
      said: ['Ana has it (since 08:00).'],
    });
    expect(openWords(t, respondedMetric(late), tracked(), times)?.turn).toBe('Now VP Sales’s turn.');
    const nobody = { rule: rule({ text: {} }) };
    expect(openWords(t, respondedMetric(late, nobody), tracked(), times)?.turn).toBeUndefined();
    expect(openWords(t, respondedMetric(late, nobody, { deputy: { name: 'Ben' } }), tracked(), times)?.turn).toBe(
      'Now Ben’s turn (deputy).'
    );
  });

  it('calls a breach unanswered only where all that was said of it is known', () => {
    const since = (from: number) => openWords(t, respondedMetric([]), tracked([], { knownFrom: from }), times)?.said;
    expect(since(NOW - 4 * DAY)).toEqual(['No recorded response yet.']);
    expect(since(NOW - DAY)).toEqual([]);
    const begun = respondedMetric([], { now: now({ state: 'firing', severity: 'critical', since: null }) });
    expect(openWords(t, begun, tracked(), times)?.said).toEqual([]);
  });

  it('says what may be about another breach as that', () => {
    const begun = { now: now({ state: 'firing', severity: 'critical', since: null }) };
    const metric = respondedMetric([], begun, { maybe: [taken(undefined, { at: NOW - 90 * DAY })] });
    expect(openWords(t, metric, tracked(), times)?.said).toEqual([
      'Of this breach, or of one before it: Ana has it (25 Aug 09:00).',
    ]);
  });

  it('says nothing where nothing fires, or nothing is known', () => {
    expect(openWords(t, metricProtocol(), tracked(), times)).toBeUndefined();
    expect(openWords(t, firingMetric(), tracked(), times)).toBeUndefined();
    expect(respondedWords(t, respondedMetric([]), times)).toBeUndefined();
  });
});

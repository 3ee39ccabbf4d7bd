import { below, metricProtocol, NOW, now, rule } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { briefSettledNote, settledNote } from './settledWords';
import { timeWords } from '../locales/timeWords';
import { DAY } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const judged = now({ judgedTo: NOW - 2 * DAY });

describe('settledNote', () => {
  it.each([
    ['nothing where all values count', metricProtocol(), undefined],
    ['up to when is judged', metricProtocol({ now: judged }), 'Final up to 21 Nov.'],
    [
      'that there are younger values',
      metricProtocol({ now: judged, unsettledFrom: NOW - DAY }),
      'Final up to 21 Nov; newer values still change.',
    ],
  ])('says %s', (_, metric, words) => {
    expect(settledNote(t, metric, times)).toBe(words);
  });

  it.each([
    [
      'which rule judged, where that is another than the one in force',
      DAY,
      ' By the rule of that time: below 20 % for 2 d.',
    ],
    ['nothing of it where that is the one in force', 3 * DAY, ''],
  ])('says %s', (_, ago, words) => {
    const inForce = rule({ levels: [below('critical', 15)] });
    const history = { versions: [{ rule: rule() }, { rule: inForce, validFrom: NOW - ago }] };
    const metric = metricProtocol({ now: judged, rule: inForce, history });
    expect(briefSettledNote(t, metric, times)).toBe(`Final up to 21 Nov.${words}`);
    expect(settledNote(t, { ...metric, unsettledFrom: NOW - DAY }, times)).toBe(
      `Final up to 21 Nov; newer values still change.${words}`
    );
  });

  it('tells the hour where values are closer than a day', () => {
    const hourly = metricProtocol({ now: judged, unsettledFrom: NOW - DAY, stepMs: DAY / 24 });
    expect(settledNote(t, hourly, times)).toBe('Final up to Sat 21 Nov 09:00; newer values still change.');
  });

  it('is brief on a card that is one line', () => {
    expect(briefSettledNote(t, metricProtocol({ now: judged, unsettledFrom: NOW - DAY }), times)).toBe(
      'Final up to 21 Nov.'
    );
  });
});

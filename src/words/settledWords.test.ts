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
    ['up to when is judged', metricProtocol({ now: judged }), 'Judged up to Sat 21 Nov 09:00.'],
    [
      'that there are younger values',
      metricProtocol({ now: judged, unsettledFrom: NOW - DAY }),
      'Judged up to Sat 21 Nov 09:00; younger values have not settled.',
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
    expect(briefSettledNote(t, metric, times)).toBe(`Judged up to Sat 21 Nov 09:00.${words}`);
    expect(settledNote(t, { ...metric, unsettledFrom: NOW - DAY }, times)).toBe(
      `Judged up to Sat 21 Nov 09:00; younger values have not settled.${words}`
    );
  });

  it('is brief on a card that is one line', () => {
    expect(briefSettledNote(t, metricProtocol({ now: judged, unsettledFrom: NOW - DAY }), times)).toBe(
      'Judged up to Sat 21 Nov 09:00.'
    );
  });
});

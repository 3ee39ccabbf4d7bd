import { timeWords } from '../locales/timeWords';
import { NOW } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { intervention, respondedMetric } from '../testing/respondedMetric';
import { DAY } from '../time/units';
import { acceptedWords } from './acceptedWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const LONG = 'autumn sale: more leads than ever, of which fewer are of any use, as decided by sales';

describe('acceptedWords', () => {
  it.each<[string, string | undefined, boolean, string]>([
    ['by whom and why', 'autumn  sale\n', false, 'accepted by Ana until 4 Dec: autumn sale'],
    ['by whom', undefined, false, 'accepted by Ana until 4 Dec'],
    [
      'the beginning of a long reason',
      LONG,
      false,
      'accepted by Ana until 4 Dec: autumn sale: more leads than ever, of which fewer are of…',
    ],
    ['until when alone on an open card', 'autumn sale', true, 'accepted until 4 Dec'],
  ])('says %s', (_, note, open, words) => {
    const accepted = intervention({ kind: 'accepted', until: Date.UTC(2026, 11, 4) }, { note });
    expect(acceptedWords(t, respondedMetric([accepted]), times, open)).toBe(words);
  });

  it.each([
    ['autumn sale', 'accepted by Ana until 4 Dec, from the response sheet: autumn sale'],
    [undefined, 'accepted by Ana until 4 Dec, from the response sheet'],
  ])('says that it came from a response sheet', (note, words) => {
    const said = { kind: 'accepted', until: Date.UTC(2026, 11, 4) } as const;
    const accepted = intervention(said, { note, source: 'responseSheet' });
    expect(acceptedWords(t, respondedMetric([accepted]), times, false)).toBe(words);
  });

  it('says by whom it is accepted at last', () => {
    const accepted = [
      intervention({ kind: 'accepted', until: NOW + DAY }, { at: NOW - 2 * DAY, by: 'Ben' }),
      intervention({ kind: 'accepted', until: NOW + 2 * DAY }),
    ];
    expect(acceptedWords(t, respondedMetric(accepted), times, false)).toMatch(/^accepted by Ana/);
  });

  it('says nothing of what is over', () => {
    const accepted = intervention({ kind: 'accepted', until: NOW });
    expect(acceptedWords(t, respondedMetric([accepted]), times, false)).toBeUndefined();
  });
});

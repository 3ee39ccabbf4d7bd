import type { Holder } from '../tables/directory/holder';
import { plain } from '../testing/plain';
import { NOW, firingMetric, metricProtocol, rule, stated } from '../testing/metricProtocol';
import { answerSentence } from './answerSentence';
import { nextWords } from './nextWords';
import { briefOwnerWords, escalationWords, ownerWords } from './roleNames';
import { timeWords } from '../locales/timeWords';
import { DAY } from '../time/units';

const times = timeWords(plain, { timeZone: 'utc', now: NOW });
const role = 'Demand Gen';
const ana = { name: 'Ana Ruiz', contact: 'ana@example.com' };
const ben = { name: 'Ben Okafor' };
/** The last moment of Wed 2 Dec. */
const awayUntil = Date.UTC(2026, 11, 3) - 1;

describe('the words for who holds a role', () => {
  it.each<[string, Holder, string, string]>([
    ['a person', { kind: 'person', role, holder: ana, others: [] }, 'Demand Gen: Ana Ruiz', 'Demand Gen (Ana Ruiz)'],
    ['a person by name', { kind: 'person', role: 'Ana Ruiz', holder: ana, others: [] }, 'Ana Ruiz', 'Ana Ruiz'],
    [
      'a deputy',
      { kind: 'deputy', role, holder: ben, absent: 'Ana Ruiz', awayUntil },
      'Demand Gen: Ben Okafor for Ana Ruiz, away until 2 Dec',
      'Demand Gen (Ben Okafor)',
    ],
    [
      'nobody who is there',
      { kind: 'away', role, absent: ana, awayUntil: awayUntil + 365 * DAY },
      'Demand Gen: Ana Ruiz is away until 2 Dec 2027, and nobody stands in',
      'Demand Gen (away)',
    ],
    [
      'somebody who stands in',
      { kind: 'acting', role, holder: ben },
      'Demand Gen: Ben Okafor stands in, the role is vacant',
      'Demand Gen (Ben Okafor)',
    ],
    ['nobody', { kind: 'vacant', role }, 'Demand Gen: vacant', 'Demand Gen (vacant)'],
    ['an unknown role', { kind: 'unknown', role }, 'Demand Gen: nobody by this name in the directory', 'Demand Gen'],
  ])('%s', (_, owner, whole, brief) => {
    const metric = metricProtocol({ owner });
    expect(ownerWords(plain, metric, times)).toBe(whole);
    expect(briefOwnerWords(plain, metric)).toBe(brief);
  });

  it('are the owner as it is stated, where there is no directory', () => {
    const metric = metricProtocol({ rule: rule({ text: stated({ owner: role, escalateTo: 'VP Sales' }) }) });
    expect(ownerWords(plain, metric, times)).toBe(role);
    expect(briefOwnerWords(plain, metric)).toBe(role);
    expect(escalationWords(plain, metric, times)).toBe('VP Sales');
  });

  it('say to whom it goes next, and are in the answer for chat', () => {
    const owner: Holder = { kind: 'deputy', role, holder: ben, absent: 'Ana Ruiz', awayUntil };
    const escalation: Holder = { kind: 'person', role: 'VP Sales', holder: { name: 'Dana Lee' }, others: [] };
    const metric = firingMetric({ owner, escalation });
    const steps = () => ['Pause paid campaigns'];
    expect(nextWords(plain, metric, times)?.then).toBe('Then tell VP Sales (Dana Lee)');
    expect(answerSentence(plain, metric, { times, steps, address: String })).toContain(
      'Demand Gen (Ben Okafor): Pause paid campaigns'
    );
  });
});

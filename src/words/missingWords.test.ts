import { metricProtocol, rule } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { missingWords } from './missingWords';

const WHOLE = { threshold: true, who: true, action: true, automation: true };

describe('missingWords', () => {
  it.each([
    ['nothing of a whole rule', {}, undefined],
    ['a missing level', { threshold: false }, 'No level is agreed.'],
    ['a missing owner', { who: false }, 'Nobody is named.'],
    ['a missing action', { action: false }, 'Nothing is agreed to be done.'],
    ['a missing automation', { automation: false }, 'What happens automatically, or who is told next, is not agreed.'],
    ['several in one sentence', { who: false, action: false }, 'Not agreed yet: who acts, what to do.'],
  ])('says %s', (_, answered, words) => {
    expect(missingWords(t, metricProtocol({ answered: { ...WHOLE, ...answered } }))).toBe(words);
  });

  it('does not say of a level that can’t be read that none is agreed', () => {
    const unread = rule({ levels: [], unreadable: ['critical'] });
    const noLevel = { ...WHOLE, threshold: false };
    expect(missingWords(t, metricProtocol({ rule: unread, answered: noLevel }))).toBeUndefined();
    expect(missingWords(t, metricProtocol({ rule: unread, answered: { ...noLevel, who: false } }))).toBe(
      'Nobody is named.'
    );
  });

  it.each([
    ['levelOnly', 'Nobody is named, nothing is agreed to be done.'],
    ['unruled', 'Nothing is agreed for this metric.'],
    ['context', undefined],
  ] as const)('says of a %s metric: %s', (kind, words) => {
    expect(missingWords(t, metricProtocol({ kind }))).toBe(words);
  });
});

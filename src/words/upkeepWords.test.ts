import { metricProtocol, NOW, rule, stated } from '../testing/metricProtocol';
import type { RuleSource } from '../rule/rule';
import { plain as t } from '../testing/plain';
import { upkeepWords } from './upkeepWords';
import { timeWords } from '../locales/timeWords';

const words = (texts: Parameters<typeof stated>[0], changedSinceAgreed?: RuleSource[]) =>
  upkeepWords(
    t,
    metricProtocol({ rule: rule({ text: stated(texts), changedSinceAgreed }) }),
    timeWords(t, { now: NOW, timeZone: 'utc' })
  );

describe('upkeepWords', () => {
  it.each<[string, Parameters<typeof words>, string[]]>([
    ['nothing of a rule without upkeep', [{ owner: 'Ana' }], []],
    ['when a review was due', [{ reviewBy: '2026-03-03' }], ['Review was due 3 Mar.']],
    ['that a review was due yesterday', [{ reviewBy: '2026-11-22' }], ['Review was due yesterday.']],
    ['that a review is due on this very day', [{ reviewBy: '2026-11-23' }], ['Review is due today.']],
    ['that a review is due soon', [{ reviewBy: '2026-12-01' }], ['Review is due 1 Dec.']],
    ['nothing of a review next year', [{ reviewBy: '2027-03-03' }], []],
    ['nothing of a review on no day', [{ reviewBy: 'in spring' }], []],
    ['nothing of what is as it was agreed', [{ agreedOn: '2026-03-03' }, []], []],
    [
      'since when it is not as agreed',
      [{ agreedOn: '2026-03-03' }, ['override']],
      ['Changed since it was agreed (3 Mar).'],
    ],
    [
      'no day of another agreement than the one that was changed',
      [{ agreedOn: '2026-03-03' }, ['default']],
      ['Changed since it was agreed.'],
    ],
    ['no day that is none', [{ agreedOn: 'spring' }, ['override']], ['Changed since it was agreed.']],
    [
      'both',
      [{ agreedOn: '2025-03-03', reviewBy: '2026-03-03' }, ['override']],
      ['Review was due 3 Mar.', 'Changed since it was agreed (3 Mar 2025).'],
    ],
  ])('says %s', (_, given, expected) => {
    expect(words(...given)).toEqual(expected);
  });
});

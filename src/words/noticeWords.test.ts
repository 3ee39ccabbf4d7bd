import type { Notice } from '../protocol/notices';
import { noticeWords } from './noticeWords';
import { plain } from '../testing/plain';

describe('noticeWords', () => {
  it.each<[Notice, string]>([
    [
      { kind: 'newerVersion', severity: 'info' },
      'Saved by a newer version of this plugin: some of it may be shown otherwise here. Nothing of it is changed.',
    ],
    [
      { kind: 'cannotJudge', severity: 'info', because: 'streaming' },
      'State from the time shown, not from the look-back: a stream can’t be asked for its past.',
    ],
    [
      { kind: 'lookBack', severity: 'info', is: 'offered' },
      'This range is over: states are those of its end, not of now.',
    ],
    [
      { kind: 'lookBack', severity: 'info', is: 'unavailable' },
      'This range is over: states are those of its end. For those of now, choose a range up to now.',
    ],
    [{ kind: 'lookBack', severity: 'status', is: 'set' }, 'Save the dashboard to keep this.'],
    [
      { kind: 'queryFailed', severity: 'warning', error: { refId: 'B', message: 'timeout' } },
      'Query B failed: timeout',
    ],
    [{ kind: 'queryFailed', severity: 'warning', error: { message: 'timeout' } }, 'A query failed: timeout'],
    [
      {
        kind: 'sheets',
        severity: 'info',
        sheets: {
          rules: [
            { code: 'noRow', found: 'Leads' },
            { code: 'noRow', found: 'Calls' },
          ],
          directory: [
            { code: 'noRole', row: 2, found: 'Ana' },
            { code: 'noRole', row: 3, found: 'Bo' },
          ],
        },
      },
      '2 metrics have no row · The directory has 2 problems',
    ],
    [
      { kind: 'noChart', severity: 'info' },
      "This visualization can't be loaded here, so rules are shown without their charts.",
    ],
    [{ kind: 'nothingToJudge', severity: 'info' }, 'No rule can work here: it needs numbers, or true and false.'],
    [{ kind: 'filter', severity: 'status', filter: 'who', shown: 2, of: 6 }, 'Showing 2 of 6: without an owner.'],
  ])('of %j', (notice, words) => {
    expect(noticeWords(plain, notice)).toBe(words);
  });
});

import { plain } from '../testing/plain';
import { parseDuration } from '../time/duration';
import { durationWords } from './durationWords';
import type { Translate } from './translate';

/** Of one, a text is in the singular. */
const t: Translate = (key, text, values = {}) =>
  plain(key, values.count === 1 ? String(values.defaultValue_one ?? text) : text, values);

it.each([
  ['0', 'at once'],
  ['2d', '2 days'],
  ['1h30m', '1 hour 30 minutes'],
  ['36h', '1 day 12 hours'],
  ['1w', '7 days'],
  ['90s', '1 minute 30 seconds'],
  ['1500ms', '1 second 500 ms'],
])('%s is %s', (text, words) => {
  expect(durationWords(t, parseDuration(text)!)).toBe(words);
});

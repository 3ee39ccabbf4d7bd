import { dateTimeFormat } from '@grafana/data';

import type { Translate } from '../words/translate';
import type { Clock, TimeWords } from '../words/whenWords';
import { timesBy } from '../words/whenWords';

/** Times in words, as Grafana formats them, bound to a clock. */
export function timeWords(t: Translate, clock: Omit<Clock, 'format'>): TimeWords {
  return timesBy(t, {
    ...clock,
    format: (time, timeZone, pattern) => dateTimeFormat(time, { timeZone, format: pattern }),
  });
}

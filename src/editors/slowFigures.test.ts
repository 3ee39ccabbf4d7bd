import { DAY, HOUR } from '../time/units';
import { isSlow } from './slowFigures';

const everyMs = (step: number) => ({ times: [0, step, 2 * step, 3 * step], values: [1, 2, 3, 4] });

it.each<[string, Parameters<typeof isSlow>[0], boolean]>([
  ['days', { samples: everyMs(DAY) }, true],
  ['weeks', { samples: everyMs(7 * DAY) }, true],
  ['twice a day', { samples: everyMs(12 * HOUR) }, true],
  ['newest first', { samples: everyMs(-DAY) }, true],
  ['hours', { samples: everyMs(HOUR) }, false],
  ['days, asked for in steps of an hour', { samples: everyMs(DAY), intervalMs: HOUR }, true],
  ['weekdays', { samples: { times: [1, 2, 3, 6, 7, 8].map((day) => day * DAY), values: [1, 1, 1, 1, 1, 1] } }, true],
  ['one value of a daily source', { samples: { times: [0], values: [1] }, intervalMs: DAY }, true],
  ['one value', { samples: { times: [0], values: [1] } }, false],
  ['none', { samples: { times: [], values: [] } }, false],
])('tells %s', (_, metric, expected) => {
  expect(isSlow(metric)).toBe(expected);
});

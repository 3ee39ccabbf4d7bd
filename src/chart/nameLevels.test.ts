import { FieldType, toDataFrame } from '@grafana/data';

import { timeWords } from '../locales/timeWords';
import type { Severity } from '../rule/level';
import { below, metricProtocol, NOW, rule } from '../testing/metricProtocol';
import { plain } from '../testing/plain';
import { DAY } from '../time/units';
import { axesOf } from './levelScale';
import { nameLevels } from './nameLevels';

type Levels = ReadonlyArray<readonly [Severity, number]>;

const TODAY = Math.floor(NOW / DAY) * DAY;

const ruleOf = (levels: Levels) => rule({ levels: levels.map(([severity, bound]) => below(severity, bound)) });

/** The names on a chart of metrics of which each had the one rule, and then the others. */
function names(...histories: Array<readonly [Levels, ...Array<readonly [daysAgo: number, after: Levels]>]>) {
  const from = NOW - 30 * DAY;
  const series = histories.map((_, index) =>
    toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [from, NOW] },
        { name: `m${index}`, type: FieldType.number, values: [10, 90], config: { min: 0, max: 100 } },
      ],
    })
  );
  const metrics = histories.map(([first, ...later], frameIndex) => {
    const rules = [ruleOf(first), ...later.map(([, levels]) => ruleOf(levels))];
    const changes = later.map(([ago], index) => ({
      at: TODAY - ago * DAY,
      before: rules[index],
      after: rules[index + 1],
    }));
    return metricProtocol({ id: `m${frameIndex}`, frameIndex, fieldIndex: 1, rule: rules[later.length], changes });
  });
  const times = timeWords(plain, { now: NOW, timeZone: 'utc' });
  return nameLevels(metrics, series, axesOf(series, from, NOW), () => true, { t: plain, times }).map(
    ({ text }) => text
  );
}

const LEVELS: Levels = [
  ['warning', 24],
  ['critical', 20],
];
const LOWER: Levels = [
  ['warning', 24],
  ['critical', 14],
];

it('says of a level that began in view since when it counts, and of the others nothing', () => {
  expect(names([LEVELS])).toEqual(['Warning < 24 %', 'Critical < 20 %: Demand Gen']);
  expect(names([LEVELS, [3, LOWER]])).toEqual(['Warning < 24 %', 'from Fri 20 Nov: Critical < 14 %: Demand Gen']);
  expect(names([LEVELS, [9, LOWER], [3, [['critical', 14]]]])).toEqual(['from 14 Nov: Critical < 14 %: Demand Gen']);
  expect(names([LEVELS, [9, LOWER], [3, LEVELS]])).toEqual([
    'Warning < 24 %',
    'from Fri 20 Nov: Critical < 20 %: Demand Gen',
  ]);
});

it('says so only where it is true of all metrics that share the line', () => {
  const critical: Levels = [['critical', 14]];
  expect(names([LOWER, [3, critical]], [critical])).toEqual(['Critical < 14 %: Demand Gen']);
  expect(names([LEVELS, [3, critical]], [LEVELS, [3, critical]])).toEqual([
    'from Fri 20 Nov: Critical < 14 %: Demand Gen',
  ]);
  expect(names([LEVELS, [3, critical]], [LEVELS, [4, critical]])).toEqual(['Critical < 14 %: Demand Gen']);
});

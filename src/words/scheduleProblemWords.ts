import type { ScheduleProblemCode } from '../time/schedule';
import type { Translate } from './translate';
import type { Wrong } from './wordsByCode';
import type { MomentProblemCode } from '../time/moment';

/** Words for what was found; `example` is how the field is written. */
export type Wording = (t: Translate, values: { found: string; example: string }) => Wrong;

/** What is wrong with a schedule or a moment. */
export const SCHEDULE_PROBLEM_WORDS: Readonly<Record<ScheduleProblemCode | MomentProblemCode, Wording>> = {
  notInASchedule: (t, values) => ({
    what: t('rule.problem.not-in-a-schedule', '"{{found}}" is neither a day nor a time nor a time zone.', values),
    mend: t('rule.problem.write-like', 'Write it like {{example}}.', values),
  }),
  unknownZone: (t, values) => ({
    what: t('rule.problem.unknown-zone', '"{{found}}" is not a time zone.', values),
    mend: t('rule.problem.unknown-zone-mend', 'Write it like Europe/Berlin or UTC.'),
  }),
  noSummerTime: (t, values) => ({
    what: t('rule.problem.no-summer-time', '"{{found}}" has no summer time: its clocks are the same all year.', values),
    mend: t('rule.problem.no-summer-time-mend', 'Write the place, like America/New_York, if its clocks change.'),
  }),
  noZone: (t, values) => ({
    what: t('rule.problem.no-zone', 'Without a time zone nobody can tell when "{{found}}" is.', values),
    mend: t('rule.problem.no-zone-mend', 'Add one at the end, like Europe/Berlin or UTC.'),
  }),
  twoZones: (t, values) => ({
    what: t('rule.problem.two-zones', '"{{found}}" is a second time zone.', values),
    mend: t('rule.problem.two-zones-mend', 'Keep one of them.'),
  }),
  noDay: (t, values) => ({
    what: t('rule.problem.no-day', '"{{found}}" names no day.', values),
    mend: t('rule.problem.no-day-mend', 'Begin with the days, like weekdays, Mon-Thu or daily.'),
  }),
  dayAfterTime: (t, values) => ({
    what: t(
      'rule.problem.day-after-time',
      '"{{found}}" comes after a time, and every time holds for all days.',
      values
    ),
    mend: t('rule.problem.day-after-time-mend', 'Write the days first: Mon, Thu 09:00.'),
  }),
  noTime: (t, values) => ({
    what: t('rule.problem.no-time', '"{{found}}" names no time at which it is due.', values),
    mend: t('rule.problem.write-like', 'Write it like {{example}}.', values),
  }),
  noHours: (t, values) => ({
    what: t('rule.problem.no-hours', '"{{found}}" does not name hours from one time to another.', values),
    mend: t('rule.problem.write-like', 'Write it like {{example}}.', values),
  }),
  notATime: (t, values) => ({
    what: t('rule.problem.not-a-time', '"{{found}}" is not a time.', values),
    mend: t('rule.problem.not-a-time-mend', 'Write it like 07:00 or 13:30.'),
  }),
  timeTwice: (t, values) => ({
    what: t('rule.problem.time-twice', '"{{found}}" is there twice.', values),
    mend: t('rule.problem.time-twice-mend', 'Remove one of them.'),
  }),
  hoursReversed: (t, values) => ({
    what: t('rule.problem.hours-reversed', '"{{found}}" does not end after it begins.', values),
    mend: t('rule.problem.hours-reversed-mend', 'Divide hours at midnight, like 00:00-06:00, 22:00-24:00.'),
  }),
  hoursOverlap: (t, values) => ({
    what: t('rule.problem.hours-overlap', '"{{found}}" begins before other hours have ended.', values),
    mend: t('rule.problem.hours-overlap-mend', 'Write every hour once.'),
  }),
  notAMoment: (t, values) => ({
    what: t('rule.problem.not-a-moment', '"{{found}}" is not a moment.', values),
    mend: t('rule.problem.not-a-moment-mend', 'Write it like 2026-09-01 or 2026-09-01 07:00 Europe/Berlin.'),
  }),
};

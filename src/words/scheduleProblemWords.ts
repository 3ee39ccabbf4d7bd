import type { ScheduleProblemCode } from '../time/schedule';
import type { Translate } from './translate';
import type { Wrong } from './wordsByCode';
import type { MomentProblemCode } from '../time/moment';

/** Words for what was found; `example` is how the field is written. */
export type Wording = (t: Translate, values: { found: string; example: string }) => Wrong;

/** What is wrong with a schedule or a moment. */
export const SCHEDULE_PROBLEM_WORDS: Readonly<Record<ScheduleProblemCode | MomentProblemCode, Wording>> = {
  notInASchedule: (t, values) => ({
    what: t('rule.problem.not-in-a-schedule', '"{{found}}" is no day, time or time zone.', values),
    mend: t('rule.problem.write-like', 'Write it like {{example}}.', values),
  }),
  unknownZone: (t, values) => ({
    what: t('rule.problem.unknown-zone', '"{{found}}" is not a time zone.', values),
    mend: t('rule.problem.unknown-zone-mend', 'Write it like Europe/Berlin or UTC.'),
  }),
  noSummerTime: (t, values) => ({
    what: t('rule.problem.no-summer-time', '"{{found}}" has no summer time.', values),
    mend: t('rule.problem.no-summer-time-mend', 'If that is wrong, write it like Europe/Berlin.'),
  }),
  noZone: (t, values) => ({
    what: t('rule.problem.no-zone', '"{{found}}" needs a time zone.', values),
    mend: t('rule.problem.no-zone-mend', 'Add one, like Europe/Berlin or UTC.'),
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
    what: t('rule.problem.day-after-time', '"{{found}}" comes after a time.', values),
    mend: t('rule.problem.day-after-time-mend', 'Write the days first: Mon, Thu 09:00.'),
  }),
  noTime: (t, values) => ({
    what: t('rule.problem.no-time', '"{{found}}" names no time.', values),
    mend: t('rule.problem.write-like', 'Write it like {{example}}.', values),
  }),
  noHours: (t, values) => ({
    what: t('rule.problem.no-hours', '"{{found}}" names no hours.', values),
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
    what: t('rule.problem.hours-reversed', '"{{found}}" ends too early.', values),
    mend: t('rule.problem.hours-reversed-mend', 'Divide it: 00:00-06:00, 22:00-24:00.'),
  }),
  hoursOverlap: (t, values) => ({
    what: t('rule.problem.hours-overlap', '"{{found}}" begins before other hours have ended.', values),
    mend: t('rule.problem.hours-overlap-mend', 'Write every hour once.'),
  }),
  notAMoment: (t, values) => ({
    what: t('rule.problem.not-a-moment', '"{{found}}" is not a day.', values),
    mend: t('rule.problem.not-a-moment-mend', 'Write it with its year, like 2026-12-01.'),
  }),
};

import type { DelayField } from '../rule/deadline';
import { delayMs } from '../rule/deadline';
import { formatDuration } from '../time/duration';
import type { Rule } from '../rule/rule';
import type { DueSchedule, Weekday, WorkingDays, WorkingHours } from '../time/schedule';
import type { Translate } from './translate';
import { workingDayMs } from '../time/workingHours';
import { DAY, HOUR } from '../time/units';

/** A schedule in words: "weekdays 07:00 (Europe/Berlin)", "Mon–Thu 09:00–12:00, 13:00–17:00 (UTC)". */
export function scheduleWords(t: Translate, schedule: DueSchedule | WorkingHours): string {
  const times =
    'times' in schedule
      ? schedule.times.map(clockWords)
      : schedule.hours.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`);
  return t('rule.schedule.words', '{{days}} {{times}} ({{timeZone}})', {
    days: daysWords(t, schedule),
    times: times.join(', '),
    timeZone: schedule.timeZone,
  });
}

/**
 * A delay of a rule in words: "4 h", and where it counts in working hours "4 h of working time", "2 d of working time"
 * (days as long as a working day). Undefined where the rule states none.
 */
export function delayWords(t: Translate, rule: Rule, field: DelayField): string | undefined {
  const ms = delayMs(rule, field);
  if (ms === undefined) {
    return undefined;
  }
  return rule.workingHours
    ? t('rule.delay.working', '{{duration}} of working time', { duration: formatWorkingTime(rule.workingHours, ms) })
    : formatDuration(ms);
}

/** Whole working days as days, everything else in hours: a day of the calendar says nothing there. */
function formatWorkingTime(hours: WorkingHours, ms: number): string {
  const days = ms / workingDayMs(hours);
  if (Number.isInteger(days) && days > 0) {
    return `${days} d`;
  }
  const rest = ms % HOUR;
  return ms < DAY
    ? formatDuration(ms)
    : [`${Math.floor(ms / HOUR)} h`, rest && formatDuration(rest)].filter(Boolean).join(' ');
}

/** "07:00". */
function clockWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function daysWords(t: Translate, { weekdays }: WorkingDays): string {
  switch (weekdays.join('')) {
    case '0123456':
      return t('rule.schedule.daily', 'daily');
    case '12345':
      return t('rule.schedule.weekdays', 'weekdays');
    case '06':
      return t('rule.schedule.weekends', 'weekends');
    default:
      return runsOf(weekdays)
        .map((run) => runWords(run.map((day) => DAY_WORDS[day](t))))
        .join(', ');
  }
}

/** Days that follow each other, from Monday on. */
function runsOf(weekdays: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const day of ([1, 2, 3, 4, 5, 6, 0] as const).filter((one) => weekdays.includes(one))) {
    const run = runs.at(-1);
    if (run && (run[run.length - 1] + 1) % 7 === day) {
      run.push(day);
    } else {
      runs.push([day]);
    }
  }
  return runs;
}

function runWords(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]}–${names[names.length - 1]}` : names.join(', ');
}

const DAY_WORDS: Readonly<Record<Weekday, (t: Translate) => string>> = {
  0: (t) => t('rule.schedule.sunday', 'Sun'),
  1: (t) => t('rule.schedule.monday', 'Mon'),
  2: (t) => t('rule.schedule.tuesday', 'Tue'),
  3: (t) => t('rule.schedule.wednesday', 'Wed'),
  4: (t) => t('rule.schedule.thursday', 'Thu'),
  5: (t) => t('rule.schedule.friday', 'Fri'),
  6: (t) => t('rule.schedule.saturday', 'Sat'),
};

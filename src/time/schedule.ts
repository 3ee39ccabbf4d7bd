/** Days of the week, 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Days on which something happens: these weekdays in this time zone, but for holidays. Plain data. */
export interface WorkingDays {
  /** As it was written. */
  text: string;
  /** Ascending, at least one. */
  weekdays: readonly Weekday[];
  /** IANA name. */
  timeZone: string;
  /** ISO dates, ascending: days that are none. */
  holidays: readonly string[];
}

/** When new data is owed: "weekdays 07:00 Europe/Berlin". */
export interface DueSchedule extends WorkingDays {
  /** Minutes after midnight, ascending, at least one. */
  times: readonly number[];
}

/** When people work: "weekdays 09:00-17:00 Europe/Berlin". */
export interface WorkingHours extends WorkingDays {
  /** Minutes after midnight, ascending and disjoint, at least one. */
  hours: readonly Hours[];
}

/** Hours of a day, minutes after midnight: from 0 to 1439, up to 1440. */
export interface Hours {
  from: number;
  to: number;
}

/** Why a text can't be read as a schedule. */
export type ScheduleProblemCode =
  | 'noSummerTime'
  | 'notInASchedule'
  | 'unknownZone'
  | 'noZone'
  | 'twoZones'
  | 'noDay'
  | 'dayAfterTime'
  | 'noTime'
  | 'noHours'
  | 'notATime'
  | 'timeTwice'
  | 'hoursReversed'
  | 'hoursOverlap';

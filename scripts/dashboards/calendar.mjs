import { DAY, dateText } from './time.mjs';

/** Days from Easter Sunday to the holidays of all of Germany that move with it. */
const AROUND_EASTER = { 'Good Friday': -2, 'Easter Monday': 1, Ascension: 39, 'Whit Monday': 50 };
/** Month and day of those that do not. */
const FIXED = { 'New Year': '01-01', 'Labour Day': '05-01', Unity: '10-03', Christmas: '12-25', 'Boxing Day': '12-26' };

/** A rule of the sales plan that changed did so when a quarter began, this many days ago at least. */
const SETTLED_QUARTER_DAYS = 70;

/** The holidays of all of Germany in the years that the dashboards show and look ahead to: ISO dates, ascending. */
export function germanHolidays(now) {
  const years = [-1, 0, 1].map((years) => new Date(now).getUTCFullYear() + years);
  return years.flatMap((year) => [...holidaysOf(year)].sort());
}

function holidaysOf(year) {
  const easter = easterOf(year);
  return [
    ...Object.values(FIXED).map((day) => `${year}-${day}`),
    ...Object.values(AROUND_EASTER).map((days) => dateText(easter, days)),
  ];
}

/** Easter Sunday of a year (UTC midnight), by the rule of Meeus, Jones and Butcher. */
function easterOf(year) {
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const golden = year % 19;
  const moonShift = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const marchDay = moon + toSunday - 7 * late + 22;
  return Date.UTC(year, 2, marchDay);
}

/**
 * The first day of the quarter from which on the sales plan is as it is: the newest that began so long ago that what the
 * dashboard shows of today is judged by it alone, whatever day it is. UTC midnight.
 */
export function quarterStart(now) {
  return firstOfQuarter(now - SETTLED_QUARTER_DAYS * DAY, 0);
}

/** The first day of the next quarter that begins in a week or later, UTC midnight: until then a dashboard is not old. */
export function nextQuarterStart(now) {
  return firstOfQuarter(now + 7 * DAY, 1);
}

function firstOfQuarter(time, later) {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + later) * 3, 1);
}

/**
 * The latest `weeks` Mondays on which Sales works, ascending, UTC midnights. A Monday counts from 6:00 UTC: what
 * comes on it is there before anything is due in Berlin.
 */
export function workingMondays(now, weeks) {
  const holidays = new Set(germanHolidays(now));
  const latest = mondayOf(now - DAY / 4);
  const mondays = Array.from({ length: weeks + 5 }, (_, before) => latest - before * 7 * DAY);
  return mondays
    .filter((monday) => !holidays.has(dateText(monday, 0)))
    .slice(0, weeks)
    .reverse();
}

function mondayOf(time) {
  const midnight = Math.floor(time / DAY) * DAY;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY;
}

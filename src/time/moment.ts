import { momentOf, parseDay } from './calendar';
import { zoneName } from './timeZone';
import { DAY, MINUTE } from './units';

/** A moment that was read (epoch ms), or the part of its text that can't be and why. */
export type MomentReading =
  { time: number; problem?: never } | { time?: never; problem: { code: MomentProblemCode; found: string } };

/** Why a text can't be read as a moment. */
export type MomentProblemCode = 'notAMoment' | 'unknownZone' | 'noZone';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:(?:T| ) ?(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?)?(.*)$/i;
const OFFSET = /^(?:z|([+-])(\d{2}):?([0-5]\d))$/i;

/**
 * Reads from when on a version of a rule is in force: an ISO date (midnight UTC), a date with a time zone (midnight
 * there) or with a time and a time zone ("2026-09-01 07:00 Europe/Berlin"), or ISO 8601 with an offset. A time without
 * a zone is refused: nobody can tell when that is. A time that summer time skips is the moment of the jump.
 *
 * @returns The moment, epoch ms, or what is wrong with the text.
 */
export function parseMoment(text: string): MomentReading {
  const [, date, hours, minutes, seconds, fraction, rest = ''] = MOMENT.exec(text.trim().replace(/\s+/g, ' ')) ?? [];
  const day = date === undefined ? undefined : parseDay(date);
  const wallMinutes = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (day === undefined || Number(hours ?? 0) > 23) {
    return refuse('notAMoment', text);
  }
  const extra = Number(seconds ?? 0) * 1000 + Number((fraction ?? '').padEnd(3, '0'));
  const offset = OFFSET.exec(rest.trim());
  const zone = rest.trim().replace(/^\((.*)\)$/, '$1');
  if (offset && hours !== undefined) {
    return { time: day * DAY + (wallMinutes - offsetMinutes(offset)) * MINUTE + extra };
  }
  if (zone === '') {
    return hours === undefined ? { time: day * DAY } : refuse('noZone', text);
  }
  const timeZone = zoneName(zone);
  return timeZone === undefined ? refuse('unknownZone', zone) : { time: momentOf(timeZone, day, wallMinutes) + extra };
}

function offsetMinutes([, sign, hours, minutes]: RegExpExecArray): number {
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function refuse(code: MomentProblemCode, found: string): MomentReading {
  return { problem: { code, found: found.trim() } };
}

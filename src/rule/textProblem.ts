import { parseDay } from '../time/calendar';
import type { ScheduleReading } from '../time/parseSchedule';
import { parseDue, parseHolidays, parseWorkingHours } from '../time/parseSchedule';
import type { ParsedField, ProblemCode, TextField } from './rule';
import { parseMoment } from '../time/moment';

/** What is wrong with the text of a field that is a date, a schedule or a moment; undefined where nothing is. */
export function findTextProblem(
  field: TextField | ParsedField,
  text: string
): { code: ProblemCode; found: string } | undefined {
  switch (field) {
    case 'agreedOn':
    case 'changedOn':
    case 'reviewBy':
      return parseDay(text.trim()) === undefined ? { code: 'notADate', found: text } : undefined;
    case 'due':
      return toldBy(parseDue(text));
    case 'workingHours':
      return toldBy(parseWorkingHours(text));
    case 'holidays': {
      const { bad } = parseHolidays(text);
      return bad.length > 0 ? { code: 'notHolidays', found: bad.join(', ') } : undefined;
    }
    case 'validFrom':
      return parseMoment(text).problem;
    default:
      return undefined;
  }
}

function toldBy({ problem, minded }: ScheduleReading<unknown>) {
  return problem ?? minded;
}

/** Whether a text contains a dashboard variable, so that it can't be judged before it is interpolated. */
export function hasVariable(text: string): boolean {
  return /\$\w|\$\{|\[\[/.test(text);
}

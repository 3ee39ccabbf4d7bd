import { isRecord } from '../rule/isRecord';
import { shorten } from '../rule/read';
import type { DashboardProblem, DashboardProblemCode } from './foundPanel';

/** A value with the place where it stands in a dashboard. */
export interface Placed {
  value: unknown;
  at: string;
}

/** An object of JSON with the place where it stands. */
export interface PlacedRecord extends Placed {
  value: Readonly<Record<string, unknown>>;
}

/** Walks through saved JSON, whatever it is, and collects what can't be read of it. Never throws. */
export class DashboardReader {
  readonly problems: DashboardProblem[] = [];

  report({ value, at }: Placed, code: DashboardProblemCode): void {
    this.problems.push({ code, at, found: shorten(value) });
  }

  /** A list's items; none where there is no list, which is reported unless nothing is there. */
  items(list: Placed): Placed[] {
    if (Array.isArray(list.value)) {
      return Array.from(list.value as unknown[], (value, index) => ({ value, at: `${list.at}[${index}]` }));
    }
    if (list.value !== undefined && list.value !== null) {
      this.report(list, 'notAList');
    }
    return [];
  }

  /** Those of a list's items that are objects; the others are reported. */
  records(list: Placed, code: DashboardProblemCode): PlacedRecord[] {
    return this.items(list).filter((item): item is PlacedRecord => isPlacedRecord(item) || this.refuse(item, code));
  }

  private refuse(item: Placed, code: DashboardProblemCode): false {
    this.report(item, code);
    return false;
  }
}

/** What stands under a name; undefined in what has no names. */
export function under(name: string, { value, at }: Placed): Placed {
  return { value: isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined, at: join(at, name) };
}

export function isPlacedRecord(placed: Placed): placed is PlacedRecord {
  return isRecord(placed.value);
}

/** A panel's id, or undefined. */
export function idOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** A data source by what is stated of it; undefined where that is nothing. */
export function referenceOf(type: unknown, uid: unknown): { type?: string; uid?: string } | undefined {
  const reference = { ...(isSaid(type) && { type }), ...(isSaid(uid) && { uid }) };
  return Object.keys(reference).length > 0 ? reference : undefined;
}

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The variable that an option names; none where it is blank. */
export function variableOf(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

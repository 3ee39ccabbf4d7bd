import type { Samples } from '../../src/evaluation/evaluation';
import { parseDuration } from '../../src/time/duration';
import type { RuleInput } from '../../src/rule/schema';

/** A small series with a rule: what a drawing is made of. All else in the drawing is what the evaluator says. */
export interface Example {
  /** The name of the drawing's file. */
  name: string;
  title: string;
  /** As it is stored in a panel. */
  rule: RuleInput;
  /** What follows a value: " ms". */
  unit: string;
  samples: Samples;
  from: number;
  to: number;
  /** Whether the range ends now. */
  live: boolean;
  /** The step of the data source, ms, where it gives one. */
  intervalMs?: number;
  /** Whether the source evaluates every step. */
  everyStep?: boolean;
  /** The volume beside the samples, and the name of that series. */
  volume?: { name: string; samples: Samples };
  /** IANA name; left out it is UTC. */
  timeZone?: string;
}

/** Samples at equal distances: `series('2026-03-02T09:00Z', '5m', [60, null, 70])`. Null: none was written. */
export function series(from: string, every: string, values: ReadonlyArray<number | null>): Samples {
  const start = time(from);
  const step = duration(every);
  const rows = values.flatMap((value, index) => (value === null ? [] : [{ time: start + index * step, value }]));
  return { times: rows.map((row) => row.time), values: rows.map((row) => row.value) };
}

/** One series after the other. */
export function joined(first: Samples, second: Samples): Samples {
  return {
    times: [...Array.from(first.times), ...Array.from(second.times)],
    values: [...Array.from(first.values), ...Array.from(second.values)],
  };
}

/** Epoch ms of an ISO text. */
export function time(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) {
    throw new Error(`"${text}" is no time such as 2026-03-02T09:00Z`);
  }
  return ms;
}

function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) {
    throw new Error(`"${text}" is no duration such as 5m`);
  }
  return ms;
}

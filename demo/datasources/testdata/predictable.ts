import type { Column } from '../queryResult';

const MAX_POINTS = 10_000;

interface Wave {
  from: number;
  to: number;
  /** Milliseconds between two values. */
  timeStep: number;
  /** The values of one period; value `i` is at every time t with floor(t / timeStep) mod length = i. */
  values: Array<number | null>;
}

/**
 * A wave that depends on the clock alone: the same time has the same value in every range. It begins with the last
 * step at or before `from` and ends before `to`.
 */
export function predictableSeries({ from, to, timeStep, values }: Wave): [Column, Column] {
  if (!(timeStep > 0) || values.length === 0) {
    throw new Error('a wave needs a time step and values');
  }
  const times: number[] = [];
  const samples: Array<number | null> = [];
  let time = from - (from % timeStep);
  while (time < to && times.length < MAX_POINTS) {
    times.push(time);
    samples.push(values[Math.floor(time / timeStep) % values.length]);
    time += timeStep;
  }
  return [
    { name: 'Time', type: 'time', values: times },
    { name: 'Value', type: 'number', values: samples },
  ];
}

/** The values of `valuesCSV`: numbers, `null` and `nan`, a trailing comma ignored. */
export function parseWaveValues(text: string): Array<number | null> {
  return text
    .trim()
    .replace(/,+$/, '')
    .split(',')
    .map((raw) => parseWaveValue(raw.trim()));
}

/** One value of a wave or a pulse: a number, "null" or "nan". */
export function parseWaveValue(raw: unknown): number | null {
  if (raw === 'null') {
    return null;
  }
  if (raw === 'nan') {
    return NaN;
  }
  const value = typeof raw === 'string' && raw !== '' ? Number(raw) : raw;
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new Error(`failed to parse value '${String(raw)}' into a number`);
  }
  return value;
}

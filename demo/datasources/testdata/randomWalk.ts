import type { Column } from '../queryResult';

const MAX_POINTS = 10_000;
const SHORTEST_PERIOD_MS = 2_000;
const OCTAVES = 24;

export interface RandomWalkOptions {
  from: number;
  to: number;
  intervalMs: number;
  /** What makes this walk differ from others. The real scenario is new at every query; this one stays itself. */
  seed: string;
  startValue?: number;
  spread: number;
  noise: number;
  min?: number;
  max?: number;
  dropPercent: number;
}

/**
 * A walk of sampled noise over absolute time: refreshing or moving the range does not change what was there. Like the
 * real one it starts near `startValue`, moves by about `spread` a step, adds up to `noise`, and is held in [min, max].
 */
export function randomWalk(options: RandomWalkOptions): [Column, Column] {
  const { from, to, intervalMs, spread, noise, min = -Infinity, max = Infinity, dropPercent } = options;
  const seed = hash(options.seed);
  const start = options.startValue ?? unit(seed, 1) * 100;
  const scale = spread / Math.sqrt(12);
  const times: number[] = [];
  const values: number[] = [];

  for (let i = 0, time = from; i < MAX_POINTS && time < to; i++, time += intervalMs) {
    const tick = Math.floor(time / intervalMs);
    if (dropPercent > 0 && unit(seed ^ 0x51ed, tick) < dropPercent / 100) {
      continue;
    }
    const value = start + scale * drift(seed, time, intervalMs) + unit(seed ^ 0x9e37, tick) * noise;
    times.push(time);
    values.push(Math.min(max, Math.max(min, value)));
  }
  return [
    { name: 'time', type: 'time', values: times, config: { interval: intervalMs } },
    { name: 'value', type: 'number', values },
  ];
}

/** Value noise in octaves, each as far as a walk of steps of one interval would wander in its period. */
function drift(seed: number, time: number, intervalMs: number): number {
  let sum = 0;
  for (let octave = 0; octave < OCTAVES; octave++) {
    const period = SHORTEST_PERIOD_MS * 2 ** octave;
    if (period >= intervalMs) {
      const steps = Math.min(period / intervalMs, 500);
      sum += Math.sqrt(steps) * smoothNoise(seed + octave * 7919, time / period);
    }
  }
  return sum;
}

function smoothNoise(seed: number, position: number): number {
  const left = Math.floor(position);
  const share = position - left;
  const eased = share * share * (3 - 2 * share);
  return (unit(seed, left) * (1 - eased) + unit(seed, left + 1) * eased) * 2 - 1;
}

/** A number in [0, 1) that depends on nothing but the two given. */
function unit(seed: number, index: number): number {
  let value = Math.imul(seed ^ Math.imul(index | 0, 0x85ebca6b), 0xc2b2ae35);
  value ^= value >>> 15;
  value = Math.imul(value, 0x27d4eb2f);
  value ^= value >>> 13;
  return (value >>> 0) / 2 ** 32;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

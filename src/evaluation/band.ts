import type { Condition } from '../rule/level';

/** When nothing changes: on values from `low` to `high`, both included (none where `low` exceeds `high`), until then. */
export interface Calm {
  low: number;
  high: number;
  /** The moment at which time alone changes something; Infinity where none does. */
  before: number;
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/**
 * A condition made ready for a loop: all eight operators as one closed interval, met inside or met outside of it. A
 * strict bound is its neighbour among the numbers.
 */
export class Band {
  private readonly below: number;
  private readonly above: number;

  private constructor(
    private readonly low: number,
    private readonly high: number,
    private readonly inside: boolean
  ) {
    this.below = nextDown(low);
    this.above = nextUp(high);
  }

  /** What no value meets: a level that a version of the rule does not have. */
  static readonly NONE = new Band(Infinity, -Infinity, true);

  static of({ operator, bounds }: Condition): Band {
    const [a, b = a] = bounds;
    switch (operator) {
      case '>':
        return new Band(nextUp(a), Infinity, true);
      case '>=':
        return new Band(a, Infinity, true);
      case '<':
        return new Band(-Infinity, nextDown(a), true);
      case '<=':
        return new Band(-Infinity, a, true);
      case 'inside':
        return new Band(nextUp(a), nextDown(b), true);
      case 'insideIncluded':
        return new Band(a, b, true);
      case 'outside':
        return new Band(a, b, false);
      case 'outsideIncluded':
        return new Band(nextUp(a), nextDown(b), false);
    }
  }

  /** Whether the value meets the condition. The value is a sample: never NaN. */
  has(value: number): boolean {
    return (value >= this.low && value <= this.high) === this.inside;
  }

  /** Narrows `calm` to the values around `value` for which `has` goes on being `met`. */
  narrow(calm: Calm, value: number, met: boolean): void {
    if (met === this.inside) {
      calm.low = Math.max(calm.low, this.low);
      calm.high = Math.min(calm.high, this.high);
    } else if (value < this.low) {
      calm.high = Math.min(calm.high, this.below);
    } else if (value > this.high) {
      calm.low = Math.max(calm.low, this.above);
    } else {
      calm.low = Infinity;
      calm.high = -Infinity;
    }
  }
}

/** The smallest number above `value`; NaN above Infinity, so that nothing is beyond it. */
function nextUp(value: number): number {
  if (value === Infinity || Number.isNaN(value)) {
    return NaN;
  }
  if (value === 0) {
    return Number.MIN_VALUE;
  }
  float[0] = value;
  bits[0] += value > 0 ? BigInt(1) : BigInt(-1);
  return float[0];
}

/** The largest number below `value`; NaN below -Infinity. */
function nextDown(value: number): number {
  return -nextUp(-value);
}

import type { BreachMoment } from '../protocol/records/breachRecord';
import { isSameBreach } from '../protocol/records/breachRecord';
import { isObject } from '../rule/isObject';

/**
 * The breaches that this browser saw live and that are not on the record yet: kept over a reload, so that what fired while
 * the store was away is still written by itself once it is back.
 */
export interface SeenBreaches {
  all: () => BreachMoment[];
  /** In the place of what was there of the same breach. */
  put: (seen: BreachMoment) => void;
  drop: (isGone: (seen: BreachMoment) => boolean) => void;
}

/** A list under one key: what is lost where two tabs write at one moment is seen again by whoever looks. */
export function seenBreaches(read: () => unknown, write: (seen: readonly BreachMoment[]) => void): SeenBreaches {
  const all = () => {
    const list = read();
    return Array.isArray(list) ? list.map(readMoment).filter((seen) => seen !== undefined) : [];
  };
  return {
    all,
    put: (seen) => write([...all().filter((one) => !isSameBreach(one, seen)), seen]),
    drop: (isGone) => {
      const before = all();
      const kept = before.filter((one) => !isGone(one));
      if (kept.length < before.length) {
        write(kept);
      }
    },
  };
}

/** In the browser's storage; in memory where it takes nothing. */
export function browserSeen(storage: Storage | undefined, box: string): SeenBreaches {
  const key = `protocol.seen.${box}`;
  let kept: readonly BreachMoment[] = [];
  return seenBreaches(
    () => {
      try {
        return storage ? (JSON.parse(storage.getItem(key) ?? '[]') as unknown) : kept;
      } catch {
        return kept;
      }
    },
    (seen) => {
      kept = seen;
      try {
        storage?.setItem(key, JSON.stringify(seen));
      } catch {
        // A storage that is full: what is kept in memory has to do.
      }
    }
  );
}

/** Storages are written to by anybody. */
function readMoment(value: unknown): BreachMoment | undefined {
  if (!isObject(value) || !isObject(value.stretch)) {
    return undefined;
  }
  const { identity, severity, isOpen, stretch } = value;
  const { from, to } = stretch;
  const isWhole =
    typeof identity === 'string' &&
    (severity === 'warning' || severity === 'critical') &&
    typeof from === 'number' &&
    typeof to === 'number';
  return isWhole ? { identity, severity, isOpen: isOpen === true, stretch: { from, to } } : undefined;
}

import { DAY, HOUR, MINUTE, SECOND } from '../../time/units';

const UNITS: ReadonlyArray<readonly [number, string]> = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'm'],
  [SECOND, 's'],
  [1, 'ms'],
];

/** A duration as Prometheus and Grafana read it, whole: `1h30m`, `5m1ms`, `0s`. */
export function promDuration(ms: number): string {
  let rest = Math.round(ms);
  const parts = UNITS.flatMap(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count}${unit}`] : [];
  });
  return parts.join('') || '0s';
}

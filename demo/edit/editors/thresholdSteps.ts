import { Threshold } from '@grafana/data';

/** The colors that new steps get, in turn. */
const NEW_COLORS = ['red', 'orange', 'yellow', 'blue', 'purple', 'green'];

/** Steps in Grafana's order: ascending, the first is the base and reaches down without end. */
export function sortSteps(steps: readonly Threshold[]): Threshold[] {
  const ascending = [...steps].sort((a, b) => a.value - b.value);
  return ascending.map((step, index) => (index === 0 ? { ...step, value: -Infinity } : step));
}

/** One more step, 10 above the highest; at 0 where there is only the base. */
export function addStep(steps: readonly Threshold[]): Threshold[] {
  if (steps.length === 0) {
    return [{ value: -Infinity, color: 'green' }];
  }
  const highest = steps[steps.length - 1].value;
  const color = NEW_COLORS.find((name) => steps.every((step) => step.color !== name)) ?? 'red';
  return [...steps, { value: Number.isFinite(highest) ? highest + 10 : 0, color }];
}

/** The steps without one; the base stays. */
export function removeStep(steps: readonly Threshold[], index: number): Threshold[] {
  return index === 0 ? [...steps] : steps.filter((_, i) => i !== index);
}

/** The steps with a part of one changed, in order again; the base keeps its value. */
export function changeStep(steps: readonly Threshold[], index: number, part: Partial<Threshold>): Threshold[] {
  const changed = steps.map((step, i) => (i === index ? { ...step, ...part } : step));
  const [base, ...others] = changed;
  return [{ ...base, value: -Infinity }, ...others.sort((a, b) => a.value - b.value)];
}

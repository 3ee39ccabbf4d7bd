import { addStep, changeStep, removeStep, sortSteps } from './thresholdSteps';

const BASE = { value: -Infinity, color: 'green' };
const LOW = { value: 10, color: 'orange' };
const HIGH = { value: 20, color: 'red' };

it('adds a step above the highest, in a color that is not there yet', () => {
  expect(addStep([BASE, HIGH])).toEqual([BASE, HIGH, { value: 30, color: 'orange' }]);
  expect(addStep([BASE])).toEqual([BASE, { value: 0, color: 'red' }]);
  expect(addStep([])).toEqual([BASE]);
});

it('removes any step but the base', () => {
  expect(removeStep([BASE, LOW, HIGH], 1)).toEqual([BASE, HIGH]);
  expect(removeStep([BASE, LOW], 0)).toEqual([BASE, LOW]);
});

it('keeps the steps ascending when a value changes', () => {
  expect(changeStep([BASE, LOW, HIGH], 1, { value: 25 })).toEqual([BASE, HIGH, { ...LOW, value: 25 }]);
});

it('keeps the base at the bottom, whatever lies beside it', () => {
  expect(changeStep([BASE, LOW], 0, { color: 'blue', value: 99 })).toEqual([{ ...BASE, color: 'blue' }, LOW]);
  expect(changeStep([BASE, LOW], 1, { value: -50 })).toEqual([BASE, { ...LOW, value: -50 }]);
});

it('sorts steps and makes the first the base', () => {
  expect(sortSteps([HIGH, LOW])).toEqual([{ ...LOW, value: -Infinity }, HIGH]);
});

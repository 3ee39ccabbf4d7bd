import { colorFamily } from './color';

it.each([
  ['green', 'good'],
  ['super-light-green', 'good'],
  ['#73BF69', 'good'],
  ['rgb(115, 191, 105)', 'good'],
  ['rgba(50, 172, 45, 0.97)', 'good'],
  ['semi-dark-red', 'alarm'],
  ['dark-orange', 'alarm'],
  ['yellow', 'alarm'],
  ['#F2495C', 'alarm'],
  ['#f00', 'alarm'],
  ['#FF9830', 'alarm'],
  ['#FADE2A', 'alarm'],
  ['#e02f44ff', 'alarm'],
  ['blue', 'neutral'],
  ['#5794F2', 'neutral'],
  ['purple', 'neutral'],
  ['transparent', 'neutral'],
  ['text', 'neutral'],
  ['#808080', 'neutral'],
  ['evergreenish', 'neutral'],
  ['', 'neutral'],
])('%s is %s', (color, family) => {
  expect(colorFamily(color)).toBe(family);
});

import { wallTitle } from './wallTitle';

it.each([
  ['Wall', 'Sales Ops', false, 'Sales Ops'],
  ['', 'Sales Ops', false, 'Sales Ops'],
  ['Targets', 'Service ops', true, 'Targets'],
  [' ', 'Service ops', true, 'Part of Service ops'],
  ['Targets', undefined, false, 'Targets'],
])('a panel "%s" of %s, a part of it: %s', (own, dashboard, isPart, title) => {
  expect(wallTitle(own, dashboard, isPart)).toBe(title);
});

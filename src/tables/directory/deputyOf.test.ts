import { readDirectory } from './directory';
import { deputyOf } from './holderOf';

const NOW = Date.UTC(2026, 10, 23, 9);
const DIRECTORY = readDirectory({
  headers: ['Role', 'Person', 'Contact', 'Deputy', 'Away until'],
  rows: [
    ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', ''],
    ['Sales', 'Ben Okafor', 'ben@example.com', 'Cem Kaya', '2026-11-30'],
    ['Finance', 'Cem Kaya', '', 'Ana Ruiz', ''],
  ],
});

it.each<[string, string, number, string | undefined, string | undefined]>([
  ['a deputy’s deputy, where that one is away', 'ana ruiz', NOW, undefined, 'Cem Kaya'],
  ['of a role', 'Demand Gen', Date.UTC(2026, 11, 2), undefined, 'Ben Okafor'],
  ['not who is not to be asked', 'Finance', NOW, 'Ana Ruiz', undefined],
  ['nobody for a stranger', 'Zoe', NOW, undefined, undefined],
])('finds who stands in: %s', (_, name, at, but, expected) => {
  expect(deputyOf(DIRECTORY, name, at, but)?.name).toBe(expected);
});

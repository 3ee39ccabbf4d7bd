import type { RuleField } from '../../rule/fields';
import { plain as t } from '../../testing/plain';
import { hintWords } from './hintWords';

const PLACEHOLDER = 'A placeholder: kept, but it counts as no answer.';
const NO_LINK = 'Not a link: it opens nothing.';
const HOST = 'Not a link yet: begin it with https://';

it.each<[RuleField, string, string | undefined]>([
  ['owner', 'TBD', PLACEHOLDER],
  ['owner', 'todo', PLACEHOLDER],
  ['owner', '?', PLACEHOLDER],
  ['owner', '-', PLACEHOLDER],
  ['action', 'n/a', PLACEHOLDER],
  ['automation', 'tbc', PLACEHOLDER],
  ['automation', 'none', undefined],
  ['owner', 'Ana', undefined],
  ['owner', ' ', undefined],
  ['runbook', 'TODO', PLACEHOLDER],
  ['runbook', 'https://wiki.example.com/leads', undefined],
  ['runbook', '/d/abc', undefined],
  ['runbook', '$runbook', undefined],
  ['runbook', 'wiki.example.com/leads', HOST],
  ['runbook', 'The red folder', NO_LINK],
  // Told as what it is beside it.
  ['runbook', 'javascript:alert(1)', undefined],
  ['respondUrl', 'Ask Ana', NO_LINK],
  ['contact', 'The red folder', undefined],
  ['critical', '?', undefined],
  ['reviewBy', 'TBD', undefined],
])('%s: of %j it says %j', (field, text, words) => {
  expect(hintWords(t, field, text)).toBe(words);
});

import { readContacts } from '../../views/text/contacts';
import { contactKind } from './contactKind';

it.each([
  ['ana@example.com', 'mail'],
  ['+49 30 1234567', 'phone'],
  ['sms:+49301234567', 'phone'],
  ['#sales https://acme.slack.com/archives/C1', 'chat'],
  ['https://teams.microsoft.com/l/channel/1', 'chat'],
  ['slack://channel?team=T1', 'chat'],
  ['https://chat.acme.example/sales', 'chat'],
  ['https://notslack.com/x', 'link'],
  ['https://wiki.acme.example/slack.com', 'link'],
  ['#sales-ops', 'words'],
  ['[Ana](javascript:alert(1))', 'unsafe'],
])('%s: %s', (text, kind) => {
  expect(readContacts(text).map(contactKind)).toEqual([kind]);
});

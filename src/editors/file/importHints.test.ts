import { plain as t } from '../../testing/plain';
import { importHints } from './importHints';

describe('importHints', () => {
  it('names the placeholders and the links that are none, and nothing else', () => {
    const rules = [
      { metric: 'Leads', rule: { critical: 20, owner: 'TBD', action: 'Call', runbook: 'wiki.example.com/leads' } },
      { metric: 'Visits', rule: { owner: 'Ana', escalateTo: '?', runbook: 'https://wiki.example.com/visits' } },
    ];
    expect(importHints(t, rules).map(({ metric, field, isPlaceholder }) => [metric, field, isPlaceholder])).toEqual([
      ['Leads', 'owner', true],
      ['Leads', 'runbook', false],
      ['Visits', 'escalateTo', true],
    ]);
  });
});

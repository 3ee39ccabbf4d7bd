import { plain as t } from '../../testing/plain';
import { hintTexts, importHints } from './importHints';
import { readText } from './readImport';

const read = (text: string) => readText(text, { metrics: [] });
const texts = (text: string) => hintTexts(t, importHints(t, read(text)));

describe('importHints', () => {
  it('names the placeholders and the links that are none, and nothing else', () => {
    const rules = [
      { metric: 'Leads', rule: { critical: 20, owner: 'TBD', action: 'Call', runbook: 'wiki.example.com/leads' } },
      { metric: 'Visits', rule: { owner: 'Ana', escalateTo: '?', runbook: 'https://wiki.example.com/visits' } },
    ];
    expect(importHints(t, { rules }).map(({ metric, field, isPlaceholder }) => [metric, field, isPlaceholder])).toEqual(
      [
        ['Leads', 'owner', true],
        ['Leads', 'runbook', false],
        ['Visits', 'escalateTo', true],
      ]
    );
  });

  it.each([
    ['TBD', 'Row 2, Who acts: “TBD”. A placeholder: it counts as no answer.'],
    ['tbc', 'Row 2, Who acts: “tbc”. A placeholder: it counts as no answer.'],
    ['?', 'Row 2, Who acts: “?”. A placeholder: it counts as no answer.'],
    ['N.N.', 'Row 2, Who acts: “N.N.”. A placeholder: it counts as no answer.'],
    ['k.A.', 'Row 2, Who acts: “k.A.”. A placeholder: it counts as no answer.'],
  ])('says in which row %s stands', (cell, words) => {
    expect(texts(`Metric;Critical;Who acts\nLeads;20;${cell}\n`)).toEqual([words]);
  });

  it('says those that are alike in several rows once', () => {
    const rows = ['Leads;TBD;Call', 'Visits;Ana;TBD', 'Churn;?;Call', 'Win rate;TBD;Call'];
    expect(texts(`Metric;Who acts;First step\n${rows.join('\n')}\n`)).toEqual([
      'Rows 2, 4, 5, Who acts: “TBD”, “?”. A placeholder: it counts as no answer.',
      'Row 3, First step: “TBD”. A placeholder: it counts as no answer.',
    ]);
  });

  it('has the lines of a text', () => {
    const text =
      'protocolRules: 1\nrules:\n  - metric: Leads\n    owner: TBD\n  - metric: Visits\n    critical: 5\n    owner: TBD\n';
    expect(texts(text)).toEqual(['Lines 4, 7, Who acts: “TBD”. A placeholder: it counts as no answer.']);
  });

  it('leaves a formula that failed to the problems of the table', () => {
    const text = 'Metric;Critical;Who acts\nLeads;20;#NV\n';
    expect(texts(text)).toEqual([]);
    expect(read(text).problems).toMatchObject([{ problem: { code: 'sheetError', row: 2, found: '#NV' } }]);
  });
});

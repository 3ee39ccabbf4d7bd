import type { RuleField } from '../../rule/fields';
import type { Inherited } from './inherited';
import { openAnswers } from './openAnswers';

const asked = (own: Partial<Record<RuleField, unknown>>, below: Partial<Record<RuleField, Inherited>> = {}) =>
  openAnswers({ get: (field) => own[field], inherited: (field) => below[field] });

describe('openAnswers', () => {
  it.each([
    ['all of an empty rule', {}, {}, ['threshold', 'who', 'action', 'automation']],
    ['none of a whole one', { warning: 3, owner: 'Ana', runbook: 'https://a.example', escalateTo: 'Ben' }, {}, []],
    [
      'what is a placeholder',
      { critical: 3, owner: 'TBD', action: 'Call', automation: '?' },
      {},
      ['who', 'automation'],
    ],
    [
      'none that it inherits, or each metric for itself',
      { action: 'Call' },
      {
        critical: { differs: true },
        owner: { value: 'Ana', from: 'default' },
        automation: { value: 'None', from: 'sheet' },
      } as const,
      [],
    ],
    [
      'what it inherits as a placeholder',
      { critical: 3, action: 'Call', automation: 'None' },
      { owner: { value: 'TBD', from: 'default' } } as const,
      ['who'],
    ],
  ])('are %s', (_, own, below, open) => {
    expect(asked(own, below)).toEqual(open);
  });
});

import fc from 'fast-check';
import { cloneDeep } from 'lodash';

import { anyRules } from '../../testing/arbitraryRules';
import { ruleChanges } from './ruleChanges';

describe('ruleChanges', () => {
  it('tells each field that says something else, in the order of the rule', () => {
    const before = { critical: 20, warning: 24, owner: 'Ana', recovery: { critical: 21 }, for: '2d' };
    const after = { owner: 'Ben', critical: 14, recovery: { critical: 22 }, for: '2d', key: 'leads', contact: ' ' };
    expect(ruleChanges(before, after)).toEqual([
      {
        kind: 'changed',
        fields: [
          { field: 'warning', before: 24 },
          { field: 'critical', before: 20, after: 14 },
          { field: 'recoveryCritical', before: 21, after: 22 },
          { field: 'owner', before: 'Ana', after: 'Ben' },
          { field: 'key', after: 'leads' },
        ],
      },
    ]);
  });

  it('tells what is written where a cell can’t be read', () => {
    const unreadable = [{ field: 'for', written: 'soon', code: 'notADuration' }];
    expect(ruleChanges({ for: '2d' }, { unreadable })).toEqual([
      { kind: 'changed', fields: [{ field: 'for', before: '2d', after: 'soon' }] },
    ]);
  });

  it('tells a new version against the one that it follows', () => {
    const before = { critical: 20, owner: 'Ana' };
    const after = { critical: 14, owner: 'Ana', validFrom: '2026-11-27', earlier: [before] };
    expect(ruleChanges(before, after)).toEqual([
      { kind: 'new', from: '2026-11-27', fields: [{ field: 'critical', before: 20, after: 14 }] },
    ]);
  });

  it('names versions that go', () => {
    const dated = { critical: 20, validFrom: '2026-09-01' };
    expect(ruleChanges({ ...dated, earlier: [{ critical: 18 }] }, { critical: 18 })).toEqual([
      { kind: 'removed', from: '2026-09-01' },
    ]);
    expect(ruleChanges({ critical: 18 }, dated)).toEqual([
      { kind: 'removed' },
      { kind: 'new', from: '2026-09-01', fields: [{ field: 'critical', before: 18, after: 20 }] },
    ]);
  });

  it('tells a first rule by what it says', () => {
    expect(ruleChanges({}, { owner: 'Ana', validFrom: '2026-09-01' })).toEqual([
      { kind: 'new', from: '2026-09-01', fields: [{ field: 'owner', after: 'Ana' }] },
    ]);
  });

  it('is silent where nothing changes', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        rules.forEach(({ rule }) => expect(ruleChanges(rule, cloneDeep(rule))).toEqual([]));
      })
    );
  });
});

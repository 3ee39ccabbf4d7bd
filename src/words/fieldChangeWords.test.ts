import type { FieldChange, VersionChange } from '../tables/file/ruleChanges';
import { fieldChangeWords, versionChangeWords } from './fieldChangeWords';
import { plain } from '../testing/plain';

const percent = (value: number) => `${value} %`;

describe('fieldChangeWords', () => {
  it.each<[FieldChange, object]>([
    [
      { field: 'critical', before: 20, after: 14 },
      { field: 'Critical', before: '20 %', after: '14 %' },
    ],
    [
      { field: 'warning', after: [2, 4] },
      { field: 'Warning', after: '2 % to 4 %' },
    ],
    [
      { field: 'minVolume', before: 20 },
      { field: 'Ignore when fewer than', before: '20' },
    ],
    [
      { field: 'operator', before: '<', after: 'roughly' },
      { field: 'Act when', before: 'below', after: 'roughly' },
    ],
    [
      { field: 'action', before: '1. Pause\n2. Call', after: '1. Call' },
      { field: 'First step', before: '1. Pause 2. Call', after: '1. Call' },
    ],
  ])('%j', (change, words) => {
    expect(fieldChangeWords(plain, change, percent)).toEqual(words);
  });

  it('tells long texts from where they differ', () => {
    const long = `${'Call the newest leads of the week. '.repeat(4)}Then`;
    const { before, after } = fieldChangeWords(
      plain,
      {
        field: 'action',
        before: `${long} pause.`,
        after: `${long} go on, and write to the twenty owners of the oldest deals.`,
      },
      percent
    );
    expect(before).toBe('…week. Then pause.');
    expect(after).toMatch(/^…week\. Then go on, and write .*…$/);
    expect(after?.length).toBeLessThan(65);
  });
});

describe('versionChangeWords', () => {
  it.each<[VersionChange, string | undefined]>([
    [{ kind: 'changed', fields: [] }, undefined],
    [{ kind: 'new', from: '2026-12-01', fields: [] }, 'From 2026-12-01'],
    [{ kind: 'removed', from: '2026-12-01' }, 'The version from 2026-12-01 goes'],
    [{ kind: 'removed' }, 'The version from the beginning goes'],
  ])('%j', (change, words) => {
    expect(versionChangeWords(plain, change)).toBe(words);
  });
});

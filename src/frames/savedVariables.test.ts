import { readVariables } from './savedVariables';

describe('the variables of a saved dashboard', () => {
  it.each([
    ['one value', { name: 'env', type: 'custom', current: { value: 'prod' } }, { name: 'env', values: ['prod'] }],
    ['several', { name: 'env', type: 'query', current: { value: ['a', 'b'] } }, { name: 'env', values: ['a', 'b'] }],
    [
      'all of them',
      { name: 'env', type: 'custom', current: { value: '$__all' }, options: [{ value: '$__all' }, { value: 'a' }] },
      { name: 'env', values: ['a'] },
    ],
    [
      'what stands for all',
      { name: 'env', type: 'query', current: { value: ['$__all'] }, allValue: '.*' },
      { name: 'env', values: ['.*'] },
    ],
    ['all that nobody saved', { name: 'env', type: 'query', current: { value: '$__all' } }, { name: 'env' }],
    ['a constant', { name: 'dc', type: 'constant', query: 'eu1' }, { name: 'dc', values: ['eu1'] }],
    ['no filter', { name: 'more', type: 'adhoc', filters: [] }, { name: 'more', filters: false }],
    ['filters', { name: 'more', type: 'adhoc', filters: [{ key: 'a' }] }, { name: 'more', filters: true }],
  ])('%s', (_, variable, read) => {
    expect(readVariables({ templating: { list: [variable] } })).toEqual([read]);
  });

  it('are read of the second schema, too', () => {
    const spec = { name: 'env', current: { value: 'prod' } };
    const adhoc = { name: 'more', baseFilters: [{ key: 'a' }] };
    const variables = [
      { kind: 'CustomVariable', spec },
      { kind: 'AdhocVariable', spec: adhoc },
    ];
    expect(readVariables({ elements: {}, variables })).toEqual([
      { name: 'env', values: ['prod'] },
      { name: 'more', filters: true },
    ]);
  });

  it.each([null, 'x', {}, { templating: 3 }, { templating: { list: [null, { name: 4 }, 'x'] } }])(
    'nothing of %j',
    (json) => {
      expect(readVariables(json)).toEqual([]);
    }
  );
});

import { nearestGlob } from './nearestGlob';

describe('nearestGlob', () => {
  const names = ['prometheus head', 'prometheus wal', 'node-cpu 1', 'node-cpu 2', 'Sales EMEA', 'Sales US'];

  it.each<[string, string | undefined]>([
    ['promtheus *', 'prometheus *'],
    ['promtheus*', 'prometheus*'],
    ['node-cpuu *', 'node-cpu *'],
    ['sales *', 'Sales *'],
    ['Slaes E*', undefined],
    ['Churn *', undefined],
    ['*', undefined],
    ['* promtheus', undefined],
    ['promtheus', undefined],
  ])('%s means %s', (glob, meant) => {
    expect(nearestGlob(glob, names)).toBe(meant);
  });
});

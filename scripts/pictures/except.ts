/** Pictures that this folder's scripts do not make, by their file in `docs/img`: why not, and what they show. */
export const EXCEPT: Readonly<Record<string, string>> = {
  'pager-grafana-dark.png': 'a real Grafana, whose alert fires beside the panel: see tests/pager.spec.ts',
};

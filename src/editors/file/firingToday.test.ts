import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { buildProtocol } from '../../protocol/buildProtocol';
import { mergeHistory } from '../../rule/history';
import { editedPanelOf } from '../../testing/editedPanel';
import { firingToday } from './firingToday';

const SERIES = { Leads: Array.from({ length: 61 }, () => 5), Visits: Array.from({ length: 61 }, () => 9) };

function panelOf() {
  const panel = editedPanelOf(SERIES);
  const metrics = findMetrics(panel.data.series) as FieldMetric[];
  const { from, to } = panel.data.timeRange;
  const span = { from: from.valueOf(), to: to.valueOf(), now: to.valueOf() };
  const history = mergeHistory({});
  const ruled = metrics.map((metric) => ({ metric, history, format: String, formatLevel: String, color: 'green' }));
  const stated = metrics.map(({ id, name }) => ({ id, metric: name, sources: {} }));
  return { ...panel, protocol: buildProtocol(ruled, { judged: span, view: span }, []), stated };
}

describe('firingToday', () => {
  it('names what would fire on the data that the panel has', () => {
    const above = (critical: unknown) => ({ operator: '>', critical, owner: 'Ana' }) as object;
    expect(firingToday([above(4), above(10)], panelOf())).toMatchObject({ firing: ['Leads'] });
    expect(firingToday([above(4), above(4)], panelOf())).toMatchObject({ firing: ['Leads', 'Visits'] });
    expect(firingToday([undefined, { operator: '>', critical: 4 }], panelOf())).toMatchObject({ firing: [] });
    expect(firingToday([above('many'), undefined], panelOf())).toMatchObject({ firing: [] });
  });

  it('names what the data do not decide, and never counts it as calm', () => {
    const lasting = { operator: '>', critical: 4, for: '2d', owner: 'Ana' } as const;
    expect(firingToday([lasting, undefined], panelOf())).toEqual({ firing: [], unclear: ['Leads'] });
  });

  it('takes the version that is in force, not one that is to begin', () => {
    const above = { operator: '>', critical: 4, owner: 'Ana' } as const;
    expect(firingToday([{ ...above, validFrom: '2999-01-01' }], panelOf())).toMatchObject({ firing: [] });
    const later = { ...above, critical: 90, validFrom: '2999-01-01', earlier: [above] };
    expect(firingToday([later], panelOf())).toMatchObject({ firing: ['Leads'] });
  });

  it('does not tell of a panel without data', () => {
    expect(firingToday([], editedPanelOf(SERIES))).toBeUndefined();
  });
});

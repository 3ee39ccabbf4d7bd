import { buildProtocol } from '../../protocol/buildProtocol';
import type { Metric } from '../../protocol/metrics';
import { fieldFormatter, findMetrics } from '../../protocol/metrics';
import { mergeHistory } from '../../rule/history';
import { testRules } from './testRule';
import { editedPanelOf } from '../testing/editedPanel';

const SERIES = { Rate: Array.from({ length: 61 }, () => 5), Leads: Array.from({ length: 61 }, () => 3) };

/** The strip's stretches of a rule that was tested on two series of an hour. */
function tested(rule: object) {
  const panel = editedPanelOf(SERIES, { default: rule });
  const metrics = findMetrics(panel.data.series) as Metric[];
  const { from, to } = panel.data.timeRange;
  const span = { from: from.valueOf(), to: to.valueOf() };
  const history = mergeHistory({ default: rule });
  const ruled = metrics.map((metric) => ({
    metric,
    history,
    format: fieldFormatter(metric.field),
    formatLevel: String,
    color: 'green',
  }));
  const protocol = buildProtocol(ruled, { judged: span, view: span }, []);
  const [{ metric }] = testRules(metrics.slice(0, 1), { all: metrics, protocol });
  return { span, metric, told: protocol.metrics[0] };
}

const asksForVolume = { operator: '<', critical: 1, minVolume: 20, volumeSeries: 'Leads' };

it('tests the present version for all the time, whatever volume an earlier one asked for', () => {
  const validFrom = new Date(tested(asksForVolume).span.from + 30 * 60_000).toISOString();
  const { metric, told } = tested({ operator: '<', critical: 1, validFrom, earlier: [asksForVolume] });
  expect(told.view.tooFew).toHaveLength(1);
  expect(metric.view.tooFew).toEqual([]);
});

it('shows where the present version finds too few', () => {
  const { metric, span } = tested(asksForVolume);
  expect(metric.view.tooFew).toEqual([span]);
});

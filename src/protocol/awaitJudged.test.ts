import { awaitJudged } from './awaitJudged';
import { NOW, firingMetric, metricProtocol, protocol } from './testing/metricProtocol';

describe('awaitJudged', () => {
  const firing = firingMetric();
  const context = metricProtocol({ kind: 'context' });
  const given = protocol([context, firing], { nextChange: 1 });
  const awaited = awaitJudged(given);

  it('knows no state of what has a rule, and counts it so', () => {
    expect(awaited.metrics[1].now).toEqual({ state: 'unknown', since: null, at: NOW, live: true, unknown: [] });
    expect(awaited.tally).toMatchObject({ critical: 0, unknown: 1, context: 1 });
    expect(awaited.worstFirst).toEqual([1, 0]);
  });

  it('takes nothing in view for what is judged', () => {
    const { last, dueAt, judgedOn } = awaited.metrics[1];
    expect({ last, dueAt, judgedOn }).toEqual({ last: undefined, dueAt: undefined, judgedOn: 'awaited' });
    expect(awaited.nextChange).toBeUndefined();
  });

  it('tells what is in view as it is', () => {
    expect(awaited.metrics.map(({ view }) => view)).toEqual([context.view, firing.view]);
    expect(awaited.metrics.map(({ rule }) => rule)).toEqual([context.rule, firing.rule]);
  });
});

import type { ScopedVars } from '@grafana/data';

import { fixedRequest, requestKey } from './fixedRequest';
import { NOW, panelRequest, sceneVariable } from '../../testing/panelRequest';
import { DAY, MINUTE } from '../../time/units';

const FIXED = { lookBackMs: 2 * DAY, stepMs: 5 * MINUTE, intervals: [] as string[] };

describe('fixedRequest', () => {
  const filters = [{ key: 'env', operator: '=', value: 'prod' }];
  const scopes = [{ metadata: { name: 'eu' }, spec: { title: 'EU', filters: [] } }];
  const request = panelRequest({ filters, scopes, dashboardUID: 'd', panelId: 7 });

  it('asks for the look-back up to now, whatever is in view', () => {
    const { range, rangeRaw } = fixedRequest({ request, ...FIXED }, NOW + MINUTE);
    expect([range.from.valueOf(), range.to.valueOf()]).toEqual([NOW + MINUTE - 2 * DAY, NOW + MINUTE]);
    expect(rangeRaw).toEqual({ from: 'now-172800s', to: 'now' });
    expect(range.raw).toEqual(rangeRaw);
  });

  it('asks in the step', () => {
    const { interval, intervalMs, maxDataPoints } = fixedRequest({ request, ...FIXED }, NOW);
    expect({ interval, intervalMs, maxDataPoints }).toEqual({
      interval: '300s',
      intervalMs: 300_000,
      maxDataPoints: 577,
    });
  });

  it('says so to variables of the range and the step, and keeps all others', () => {
    const { scopedVars } = fixedRequest({ request, ...FIXED }, NOW);
    const values = Object.fromEntries(Object.entries(scopedVars).map(([name, variable]) => [name, variable?.value]));
    expect(values).toEqual({
      team: 'sre',
      __interval: '300s',
      __interval_ms: 300_000,
      __range: '172800s',
      __range_s: 172_800,
      __range_ms: 2 * DAY,
      __from: NOW - 2 * DAY,
      __to: NOW,
    });
  });

  it('says so to variables that would follow the range in view', () => {
    const { scopedVars } = fixedRequest({ request, ...FIXED, intervals: ['resolution'] }, NOW);
    expect(scopedVars.resolution?.value).toBe('300s');
  });

  it('keeps queries, filters, scopes and where they are from', () => {
    const { targets, dashboardUID, panelId, timezone } = request;
    expect(fixedRequest({ request, ...FIXED }, NOW)).toMatchObject({
      targets,
      filters,
      scopes,
      dashboardUID,
      panelId,
      timezone,
    });
  });

  it('cancels nobody: each has an id of its own', () => {
    const ids = [request, fixedRequest({ request, ...FIXED }, NOW), fixedRequest({ request, ...FIXED }, NOW)];
    expect(new Set(ids.map(({ requestId }) => requestId)).size).toBe(3);
  });

  it('changes nothing of the panel’s own request', () => {
    const own = panelRequest();
    fixedRequest({ request: own, ...FIXED }, NOW);
    expect(own).toEqual(panelRequest());
  });
});

describe('requestKey', () => {
  const values: Record<string, string> = { env: 'prod' };
  const replaceVariables = (text: string, scopedVars: ScopedVars = {}) =>
    text.replace(/\$(\w+)/g, (match, name: string) => String(scopedVars[name]?.value ?? values[name] ?? match));
  const keyOf = (request: Parameters<typeof panelRequest>[0], fixed = FIXED) =>
    requestKey({ request: panelRequest(request), ...fixed }, replaceVariables);
  const expr = (text: string) => ({ targets: [{ refId: 'A', expr: text }] });

  it.each<[string, Parameters<typeof panelRequest>[0]]>([
    ['another range', { range: fixedRequest({ request: panelRequest(), ...FIXED }, NOW).range, startTime: NOW + DAY }],
    ['another step', { interval: '1h', intervalMs: 3_600_000, maxDataPoints: 9 }],
    ['another id', { requestId: 'SQR2' }],
    ['a scene', { scopedVars: { ...panelRequest().scopedVars, ...sceneVariable({}) } }],
    [
      'variables of its range and step',
      {
        scopedVars: {
          ...panelRequest().scopedVars,
          __interval: { text: '1h', value: '1h' },
          __from: { text: '1', value: 1 },
        },
      },
    ],
  ])('is the same for %s', (_, request) => {
    expect(keyOf(request)).toBe(keyOf({}));
  });

  it('is the same where the text of a query has variables of the range', () => {
    const inStep = (step: string) => ({
      ...expr('rate(x[$__interval]) offset $__range $__from'),
      scopedVars: { __interval: { text: step, value: step }, __from: { text: step, value: step } },
    });
    expect(keyOf(inStep('1h'))).toBe(keyOf(inStep('15s')));
  });

  it('is the same where a variable follows the range in view', () => {
    const inView = (resolution: string) => {
      values.resolution = resolution;
      return keyOf(expr('rate(x[$resolution])'), { ...FIXED, intervals: ['resolution'] });
    };
    expect(inView('1h')).toBe(inView('15s'));
  });

  it.each<[string, Parameters<typeof panelRequest>[0]]>([
    ['another query', expr('up')],
    ['another data source', { targets: [{ refId: 'A', datasource: { uid: 'other' } }] }],
    ['a filter', { filters: [{ key: 'env', operator: '=', value: 'prod' }] }],
    ['a scope', { scopes: [{ metadata: { name: 'eu' }, spec: { title: 'EU', filters: [] } }] }],
    ['another value of a variable', { scopedVars: { team: { text: 'Sales', value: 'sales' } } }],
  ])('is another one for %s', (_, request) => {
    expect(keyOf(request)).not.toBe(keyOf({}));
  });

  it('is another one where a variable in a query stands for something else', () => {
    const before = keyOf(expr('up{env="$env"}'));
    values.env = 'test';
    expect(keyOf(expr('up{env="$env"}'))).not.toBe(before);
  });

  it.each([
    ['look-back', { ...FIXED, lookBackMs: DAY }],
    ['step', { ...FIXED, stepMs: MINUTE }],
  ])('is another one for another %s', (_, fixed) => {
    expect(keyOf({}, fixed)).not.toBe(keyOf({}));
  });
});

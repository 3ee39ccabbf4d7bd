import type { PanelProps } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';

import { writtenRule } from '../editors/writtenRule';
import { metricProtocol } from '../testing/metricProtocol';
import type { ProtocolOptions } from './options';
import { useEditRule } from './useEditRule';

const LINK = 'https://sheets.example.com/${team}';

function setup(options: ProtocolOptions = {}) {
  const panel = { id: 7, options, replaceVariables: (text: string) => text.replace('${team}', 'sales') };
  return renderHook(() => useEditRule(panel as PanelProps<ProtocolOptions>)).result;
}

function signIn(permissions: Record<string, boolean>) {
  Object.assign(config.bootData, { user: { ...config.bootData.user, isSignedIn: true, permissions } });
}

beforeEach(() => {
  signIn({ 'dashboards:write': true });
  locationService.push('/d/funnel?viewPanel=7');
  writtenRule.put(undefined);
});

it('remembers whose card was pressed, until the way is gone', () => {
  const way = setup();
  const { onEditRule } = way.current;
  const metric = metricProtocol();
  act(() => onEditRule?.(metric));
  expect(way.current.asked).toBe(metric);
  expect(way.current.onEditRule).toBe(onEditRule);
  act(() => way.current.onClose());
  expect(way.current.asked).toBeUndefined();
});

it('knows the sheet and where it is kept, with variables in the address', () => {
  expect(setup({ ruleSheet: 'S', ruleSheetLink: LINK }).current).toMatchObject({
    sheet: { query: 'S', link: 'https://sheets.example.com/sales' },
  });
});

it.each<[string, ProtocolOptions]>([
  ['no link', { ruleSheet: 'S' }],
  ['a blank one', { ruleSheet: 'S', ruleSheetLink: ' ' }],
  ['one that would run', { ruleSheet: 'S', ruleSheetLink: 'javascript:alert(1)' }],
  ['something else', { ruleSheet: 'S', ruleSheetLink: 7 }],
])('leads nowhere where there is %s', (_, options) => {
  expect(setup(options).current.sheet).toEqual({ query: 'S', link: undefined });
});

it('gives who may not write the link to the sheet alone', () => {
  signIn({});
  const { onEditRule, sheetLink } = setup({ ruleSheet: 'S', ruleSheetLink: LINK }).current;
  expect(onEditRule).toBeUndefined();
  expect(sheetLink).toBe('https://sheets.example.com/sales');
});

it('gives a wall display nothing to press', () => {
  locationService.push('/d/funnel?kiosk');
  const { onEditRule, sheetLink } = setup({ ruleSheet: 'S', ruleSheetLink: LINK }).current;
  expect([onEditRule, sheetLink]).toEqual([undefined, undefined]);
});

it('knows the metric of its own panel whose rule is being written, and no other', () => {
  const written = { path: window.location.pathname, panelId: 7, metric: 'Leads' };
  const way = setup();
  act(() => writtenRule.put(written));
  expect(way.current.written).toBe(written);
  act(() => writtenRule.put({ ...written, panelId: 8 }));
  expect(way.current.written).toBeUndefined();
});

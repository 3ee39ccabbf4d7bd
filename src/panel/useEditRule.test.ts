import type { PanelProps } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { renderHook } from '@testing-library/react';

import { formRequest } from '../editors/form/formRequest';
import { editedPanelOf, overrideOf } from '../testing/editedPanel';
import { findMetrics } from '../frames/metrics';
import type { MetricProtocol } from '../protocol/protocol';
import { useEditRule } from './useEditRule';

const panel = {
  id: 7,
  ...editedPanelOf({ Leads: [1], Visits: [2] }, { overrides: [overrideOf('Leads', { owner: 'Growth' })] }),
} as unknown as PanelProps;
const [leads, visits] = findMetrics(panel.data.series) as unknown as MetricProtocol[];

function signIn(permissions: Record<string, boolean>) {
  Object.assign(config.bootData, { user: { ...config.bootData.user, isSignedIn: true, permissions } });
}

beforeEach(() => {
  signIn({ 'dashboards:write': true });
  locationService.push('/d/funnel?viewPanel=7');
  formRequest.put(undefined);
});

it('opens the editor and asks for the form of the metric’s override', () => {
  renderHook(() => useEditRule(panel)).result.current?.(leads);
  expect(locationService.getSearchObject()).toEqual({ editPanel: '7', showCategory: 'panel-options-override-0' });
  expect(formRequest.get()).toEqual({ place: 0, metric: 'Leads' });
});

it('asks for the default’s form where the metric has no rule of its own', () => {
  renderHook(() => useEditRule(panel)).result.current?.(visits);
  expect(locationService.getSearchObject()).toEqual({ editPanel: '7', showCategory: 'Protocol' });
  expect(formRequest.get()).toEqual({ place: 'default', metric: 'Visits' });
});

it('stays in an editor that is open', () => {
  locationService.push('/d/funnel?editPanel=panel-7');
  renderHook(() => useEditRule(panel)).result.current?.(leads);
  expect(locationService.getSearchObject()).toMatchObject({ editPanel: 'panel-7' });
});

it.each([
  ['who may not write', () => signIn({})],
  ['a wall display', () => locationService.push('/d/funnel?kiosk')],
])('is not there for %s', (_, given) => {
  given();
  expect(renderHook(() => useEditRule(panel)).result.current).toBeUndefined();
});

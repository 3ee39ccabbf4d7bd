import type { PanelProps } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { useCallback, useEffect, useRef } from 'react';

import { ownPlace } from '../editors/form/formPlace';
import { goToForm } from '../editors/form/goToForm';
import type { MetricProtocol } from '../protocol/protocol';
import { isEditorOpen } from './usePublishedPanel';

/**
 * Leads to the form of a metric's rule: that of its override, or of the default rule where it has none. Outside of the
 * panel's editor it opens that first.
 *
 * @returns undefined where there is no editor to go to: the person may not edit dashboards, or looks at a wall display or
 * a shared view. The function stays the same, so that cards need not be rendered again.
 */
export function useEditRule(panel: PanelProps): ((metric: MetricProtocol) => void) | undefined {
  const latest = useRef(panel);
  useEffect(() => {
    latest.current = panel;
  });
  const open = useCallback(({ frameIndex, fieldIndex, name }: MetricProtocol) => {
    const { id, data } = latest.current;
    const frame = data.series[frameIndex];
    const field = frame?.fields[fieldIndex];
    const place = frame && field ? ownPlace({ frame, field }, latest.current) : 'default';
    goToForm({ place, metric: name }, isEditorOpen() ? {} : { editPanel: id, viewPanel: null });
  }, []);
  return mayEdit() && !isBare() ? open : undefined;
}

function mayEdit(): boolean {
  const { user } = config.bootData;
  return user.isSignedIn && Boolean(user.permissions?.['dashboards:write']);
}

/** Whether the panel is on a wall display or in a shared view, where nobody is to press anything. */
export function isBare(): boolean {
  return 'kiosk' in locationService.getSearchObject() || Boolean(config.publicDashboardAccessToken);
}

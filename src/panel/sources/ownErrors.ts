import type { DataQueryError, PanelData } from '@grafana/data';

import type { SourcePanels } from '../../frames/dashboardPanels';
import { failuresOf } from '../../frames/queryErrors';
import { asksPanels } from '../../frames/dashboardSource';

/**
 * What failed of a panel's own queries. What failed of a panel that it shows comes through its queries as well, and does
 * not say whose it is: that panel tells it by itself, and of a panel that is not there it is told that it is not.
 */
export function ownErrors(data: PanelData, { asked, lost }: Pick<SourcePanels, 'asked' | 'lost'>): DataQueryError[] {
  const own = new Set(data.request?.targets.filter((target) => !asksPanels(target)).map(({ refId }) => refId));
  const theirs = asked.flatMap((panel) => panel.data.flatMap(failuresOf)).map(({ message = '' }) => message);
  const isTheirs = ({ message = '' }: DataQueryError) => theirs.some((one) => message.endsWith(one));
  return failuresOf(data).filter((error) =>
    error.refId === undefined ? lost.length === 0 && !isTheirs(error) : own.has(error.refId) && !isTheirs(error)
  );
}

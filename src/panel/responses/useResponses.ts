import type { PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { DAY } from '../../time/units';
import { lateValue } from '../../views/parts/lateValue';
import { isEditorOpen } from '../../editors/panelEditor';
import type { GivenResponses } from './givenResponses';

/** What reads and writes them: loaded once a panel has shown its data, and once for all panels. */
const useFollow = lateValue(() =>
  import(/* webpackChunkName: "responses" */ './followBeside').then(({ followBeside }) => followBeside)
);

/**
 * What people did about the breaches of a panel, and what engines say of its alert rules: read after the panel has shown
 * its data, for its whole dashboard at once.
 */
export function useResponses(panel: PanelProps): GivenResponses {
  const { data, id } = panel;
  const [given, setGiven] = useState<GivenResponses>({});
  const context = usePanelContext();
  const newest = useRef({ panel, context });
  useEffect(() => {
    newest.current = { panel, context };
  });
  const { value: follow } = useFollow(data.state !== LoadingState.NotStarted && data.state !== LoadingState.Loading);
  const dashboardUid = data.request?.dashboardUID;
  const isEditing = isEditorOpen();
  // By the day: what is shown moves with every refresh.
  const from = Math.floor(data.timeRange.from.valueOf() / DAY) * DAY;
  useEffect(
    () => follow?.({ ...newest.current, newest, dashboardUid, panelId: id, isEditing, from }, setGiven),
    [follow, dashboardUid, id, isEditing, from]
  );
  return given;
}

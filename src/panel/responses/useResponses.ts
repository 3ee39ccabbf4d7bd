import type { PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { DAY } from '../../time/units';
import { lateValue } from '../../views/parts/lateValue';
import { isEditorOpen } from '../../editors/panelEditor';
import type { ProtocolOptions } from '../options';
import type { GivenResponses } from './givenResponses';

/** What reads and writes them: loaded once a panel has shown its data, and once for all panels. */
const useFollow = lateValue(() =>
  import(/* webpackChunkName: "responses" */ './followResponses').then(({ followResponses }) => followResponses)
);

/** What people did about the breaches of a panel: read after the panel has shown its data, for its whole dashboard at once. */
export function useResponses(panel: PanelProps<ProtocolOptions>): GivenResponses {
  const { data, id, options } = panel;
  const [given, setGiven] = useState<GivenResponses>({});
  const context = usePanelContext();
  const newest = useRef({ panel, context });
  useEffect(() => {
    newest.current = { panel, context };
  });
  const { value: follow } = useFollow(data.state !== LoadingState.NotStarted && data.state !== LoadingState.Loading);
  const dashboardUid = data.request?.dashboardUID;
  const isEditing = isEditorOpen();
  const isRecording = options.record === true;
  // By the day: what is shown moves with every refresh.
  const from = Math.floor(data.timeRange.from.valueOf() / DAY) * DAY;
  useEffect(
    () =>
      follow?.(
        {
          ...newest.current,
          newestData: () => newest.current.panel.data,
          dashboardUid,
          panelId: id,
          isEditing,
          from,
          isRecording,
        },
        setGiven
      ),
    [follow, dashboardUid, id, isEditing, from, isRecording]
  );
  return given;
}

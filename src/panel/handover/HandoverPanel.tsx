import type { PanelProps } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { ScrollContainer } from '@grafana/ui';
import { useMemo, useState } from 'react';

import { dashboardTitle } from '../../frames/sceneObject';
import type { Since } from '../../protocol/handover/since';
import { sinceMoment } from '../../protocol/handover/since';
import { tellHandover } from '../../protocol/handover/tellHandover';
import type { PlacedRecord } from '../../protocol/records/recordedBreach';
import type { Responses } from '../../protocol/responses/intervention';
import type { SheetAnswer } from '../../tables/responses/answer';
import { panelZone } from '../../time/timeZone';
import { HandoverView } from '../../views/handover/HandoverView';
import { NoSources } from '../../views/handover/NoSources';
import type { ProtocolOptions } from '../options';
import { panelUrl } from '../panelUrl';
import { useResponses } from '../responses/useResponses';
import { useSheets } from '../sheets/useSheets';
import type { ToldSources } from '../sources/TellSources';
import { TellSources } from '../sources/TellSources';
import { handoverPanels, notReadOf, recordingPlaces } from './handoverPanels';
import { readSavedHistory } from './readSavedHistory';
import { unaskedPanels } from './unaskedPanels';
import { usePlacedRecords } from './usePlacedRecords';

/** The panel as a handover: over the panels of its dashboard that its queries name. */
export default function HandoverPanel(panel: PanelProps<ProtocolOptions>) {
  const { sheets } = useSheets(panel);
  const answers = sheets.read?.answers;
  const { read, onFound } = useResponses(panel);
  const responses = read?.responses;
  const records = usePlacedRecords(onFound);
  return (
    <TellSources panel={panel}>
      {(sources) => <ToldHandover {...{ panel, answers, responses, records, sources }} />}
    </TellSources>
  );
}

interface ToldHandoverProps {
  panel: PanelProps<ProtocolOptions>;
  sources: ToldSources;
  /** Of its own response sheet; undefined where it has none. */
  answers?: readonly SheetAnswer[];
  /** What is known of the interventions of its dashboard. */
  responses?: Responses;
  /** What is on the record of its breaches; undefined until the store is read. */
  records?: readonly PlacedRecord[];
}

function ToldHandover({ panel, answers, responses, records, sources }: ToldHandoverProps) {
  const { timeZone, options, data, width, height } = panel;
  const [since, setSince] = useState<Since>(options.since === 'monday' ? 'monday' : 'yesterday');
  const asked = useMemo(() => handoverPanels(sources, answers), [sources, answers]);
  const notRead = useMemo(() => notReadOf(sources, records !== undefined), [sources, records]);
  const places = useMemo(() => recordingPlaces(sources), [sources]);
  const now = Math.max(...asked.map(({ protocol: { span } }) => span.now ?? span.to), data.request?.startTime ?? 0);
  const from = sinceMoment(since, now, panelZone(timeZone));
  const panels = useMemo(() => [...asked, ...unaskedPanels(sources.missing, now)], [asked, sources.missing, now]);
  const dashboardUid = data.request?.dashboardUID;
  const handover = useMemo(
    () =>
      tellHandover({ panels, notRead, since: from, now, timeZone, responses, answers, records, dashboardUid, places }),
    [panels, notRead, from, now, timeZone, responses, answers, records, dashboardUid, places]
  );
  const dashboard = data.request && dashboardTitle(data.request);
  const isAsking = asked.length + sources.awaited.length + sources.failed.length > 0;
  return (
    <div style={{ width, height }}>
      <ScrollContainer>
        {isAsking ? (
          <HandoverView
            {...{ handover, since, timeZone, dashboard, hrefOf }}
            onSince={setSince}
            readSaved={dashboardUid ? () => readSavedHistory(askGrafana, dashboardUid, from) : undefined}
            url={panelUrl(panel.id, window.location)}
          />
        ) : (
          <NoSources missing={sources.missing.map(({ title }) => title)} />
        )}
      </ScrollContainer>
    </div>
  );
}

/** Quietly: what is refused is said where it was asked for. */
function askGrafana(path: string): Promise<unknown> {
  return getBackendSrv().get<unknown>(path, undefined, undefined, { showErrorAlert: false });
}

/** Without its origin, so that Grafana goes there without loading its page anew. */
function hrefOf(panelId: number): string {
  const { pathname, search } = window.location;
  return panelUrl(panelId, { origin: '', pathname, search });
}

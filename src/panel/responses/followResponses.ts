import { config, locationService } from '@grafana/runtime';

import type { Receive } from '../../annotations/dashboardReads';
import { readPanelAddress } from '../../frames/sceneRepeat';
import type { CannotRecord, Responses } from '../../protocol/responses/intervention';
import { ResponseLinker } from '../../protocol/responses/responseLinker';
import { obstacleOf } from '../judgeOn/obstacle';
import { lateRecords } from '../records/lateRecords';
import { sharedLog } from './sharedLog';
import type { Asking } from './asking';
import type { GivenResponses } from './givenResponses';

/**
 * Tells a panel what people did about its breaches, now and whenever something else is known.
 *
 * @returns What ends it.
 */
export function followResponses(asking: Asking, onGiven: (given: GivenResponses) => void): () => void {
  const { panel, dashboardUid, panelId, from } = asking;
  const { request } = panel.data;
  const linker = new ResponseLinker(request ? readPanelAddress(request, panelId) : { panelId, repeat: {} });
  const because = cannotTrack(asking);
  const shared = because === undefined && dashboardUid ? sharedLog(dashboardUid) : undefined;
  const cannotRecord = because ?? whyNot(asking);
  const recorder = cannotRecord === undefined ? shared?.recorderOf(panelId) : undefined;
  const responses = (): Responses => {
    const told: Responses = shared?.log.responses ?? { kind: 'untracked', because: because ?? 'unsavedDashboard' };
    return cannotRecord ? withReason(told, cannotRecord) : told;
  };
  const onFound = shared && ((receive: Receive) => shared.log.onFound(receive));
  let given: GivenResponses = { read: linker.read(responses()), recorder, onFound };
  const give = (next: Partial<GivenResponses>) => {
    given = { ...given, ...next };
    onGiven(given);
  };
  const onChange = () => give({ read: linker.read(responses()) });
  const ends = [
    shared?.follow({ onChange, from, isShared: () => linker.isShared }),
    lateRecords({ asking, shared, cannotRecord, isShared: () => linker.isShared }, (records) => give({ records })),
  ];
  onChange();
  return () => ends.forEach((end) => end?.());
}

function withReason(responses: Responses, cannotRecord: CannotRecord): Responses {
  return responses.kind === 'tracked' ? { ...responses, cannotRecord } : responses;
}

/** Where there is no store to ask, or nobody whom it would answer. */
export function cannotTrack({ panel: { data }, dashboardUid }: Asking): CannotRecord | undefined {
  const obstacle = obstacleOf(data, Boolean(config.publicDashboardAccessToken));
  if (obstacle === 'publicDashboard') {
    return obstacle;
  }
  if (obstacle === 'snapshot' || locationService.getLocation().pathname.startsWith('/dashboard/snapshot/')) {
    return 'snapshot';
  }
  return dashboardUid ? undefined : 'unsavedDashboard';
}

function whyNot(asking: Asking): CannotRecord | undefined {
  if (asking.isEditing) {
    return 'editing';
  }
  return mayWrite(asking) ? undefined : 'noRight';
}

/**
 * The right on this dashboard. Grafana says that nothing can be added where the dashboard's own annotation query is
 * switched off, which has to do with what is drawn; so who may edit annotations may add them, too.
 */
function mayWrite({ context, dashboardUid }: Asking): boolean {
  const { canAddAnnotations, canEditAnnotations } = context;
  if (!canAddAnnotations && !canEditAnnotations) {
    return Boolean(config.bootData.user.permissions?.['annotations:create']);
  }
  return canAddAnnotations?.() === true || canEditAnnotations?.(dashboardUid) === true;
}

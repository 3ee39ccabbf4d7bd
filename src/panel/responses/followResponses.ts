import type { PanelProps } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import type { PanelContext } from '@grafana/ui';

import { readPanelAddress } from '../../frames/sceneRepeat';
import type { CannotRecord, Responses } from '../../protocol/responses/intervention';
import { ResponseLinker } from '../../protocol/responses/responseLinker';
import { obstacleOf } from '../judgeOn/obstacle';
import { sharedLog } from './sharedLog';
import type { GivenResponses } from './givenResponses';

/** A panel that asks what people did about its breaches. */
export interface Asking {
  /** As it is when it begins to ask. */
  panel: PanelProps;
  context: PanelContext;
  dashboardUid: string | undefined;
  panelId: number;
  isEditing: boolean;
  /** From when on it shows breaches, epoch ms. */
  from: number;
}

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
  if (because !== undefined || !dashboardUid) {
    onGiven({ read: linker.read({ kind: 'untracked', because: because ?? 'unsavedDashboard' }) });
    return () => undefined;
  }
  const shared = sharedLog(dashboardUid);
  const cannotRecord = whyNot(asking);
  const recorder = cannotRecord === undefined ? shared.recorderOf(panelId) : undefined;
  const onChange = () => {
    const { responses } = shared.log;
    onGiven({ read: linker.read(cannotRecord ? withReason(responses, cannotRecord) : responses), recorder });
  };
  const end = shared.follow({ onChange, from, isShared: () => linker.isShared });
  onChange();
  return end;
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

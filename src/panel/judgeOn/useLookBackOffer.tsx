import type { PanelProps } from '@grafana/data';
import type { ReactElement } from 'react';
import { useState } from 'react';

import { t } from '../../locales/t';
import type { LookBackIs } from '../../protocol/notices';
import type { Protocol } from '../../protocol/protocol';
import { latePart } from '../../views/parts/latePart';
import type { ProtocolOptions } from '../options';
import { isRounded } from '../useClock';
import type { JudgeOnOptions } from './LookBackOffer';

/** What is said of a look-back that would serve better than what is in view. */
export interface LookBackNotice {
  is: LookBackIs;
  /** The button that sets it, or takes it back. */
  action?: ReactElement;
}

// Most ranges go on with the clock.
const LookBackOffer = latePart(() => import(/* webpackChunkName: "look-back-offer" */ './LookBackOffer'), {
  what: () => t('panel.look-back-offer.part', 'The look-back'),
});

/**
 * Offers to judge a fixed look-back where the range in view is rounded to a past period and so has no now. What was set
 * is said as long as the panel is open, because nobody else would tell that it has to be saved.
 *
 * Where a look-back can't be had, or not by this person, it says what they can do themselves: choose another range.
 *
 * @param mayEdit - whether there is somebody to press a button who may change the panel
 * @returns undefined where nothing is to be said: nothing is judged, the range has a now, or a look-back is judged
 */
export function useLookBackOffer(
  panel: PanelProps<ProtocolOptions>,
  { judgedOn, metrics, span }: Protocol,
  mayEdit: boolean
): LookBackNotice | undefined {
  const [former, setFormer] = useState<JudgeOnOptions>();
  const isOver = span.now === undefined && isRounded(panel.data.timeRange.raw.to);
  const isSet = former !== undefined && panel.options.judgeOn === 'fixed';
  const isOfItsEnd = judgedOn.mode === 'view' && metrics.some(({ kind }) => kind === 'ruled');
  if (!isOver || !(isSet || isOfItsEnd)) {
    return undefined;
  }
  if (!mayEdit || (isOfItsEnd && !judgedOn.canLookBack)) {
    return { is: 'unavailable' };
  }
  return {
    is: isSet ? 'set' : 'offered',
    action: <LookBackOffer panel={panel} metrics={metrics} former={isSet ? former : undefined} onFormer={setFormer} />,
  };
}

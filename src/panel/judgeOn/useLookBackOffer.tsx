import type { PanelProps } from '@grafana/data';
import type { ReactElement } from 'react';
import { useState } from 'react';

import { t } from '../../locales/t';
import type { Protocol } from '../../protocol/protocol';
import { latePart } from '../../views/parts/latePart';
import type { ProtocolOptions } from '../options';
import { isRounded } from '../useClock';
import type { JudgeOnOptions } from './LookBackOffer';

/** What is said of a look-back that would serve better than what is in view. */
export interface LookBackNotice {
  is: 'offered' | 'set';
  /** The button that sets it, or takes it back. */
  action: ReactElement;
}

// Most ranges go on with the clock.
const LookBackOffer = latePart(() => import(/* webpackChunkName: "look-back-offer" */ './LookBackOffer'), {
  what: () => t('panel.look-back-offer.part', 'The look-back'),
});

/**
 * Offers to judge a fixed look-back where the range in view is rounded to a past period and so has no now. What was set
 * is said as long as the panel is open, because nobody else would tell that it has to be saved.
 *
 * @param mayEdit - whether there is somebody to press a button who may change the panel
 * @returns undefined where nothing is to be offered: nothing is judged, or a look-back can't be had
 */
export function useLookBackOffer(
  panel: PanelProps<ProtocolOptions>,
  { judgedOn, metrics, span }: Protocol,
  mayEdit: boolean
): LookBackNotice | undefined {
  const [former, setFormer] = useState<JudgeOnOptions>();
  const isOver = span.now === undefined && isRounded(panel.data.timeRange.raw.to);
  const isSet = former !== undefined && panel.options.judgeOn === 'fixed';
  const isOffered = judgedOn.mode === 'view' && judgedOn.canLookBack && metrics.some(({ kind }) => kind === 'ruled');
  if (!mayEdit || !isOver || !(isSet || isOffered)) {
    return undefined;
  }
  return {
    is: isSet ? 'set' : 'offered',
    action: <LookBackOffer panel={panel} metrics={metrics} former={isSet ? former : undefined} onFormer={setFormer} />,
  };
}

import type { PanelProps } from '@grafana/data';
import { Button } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { formatDuration } from '../../time/duration';
import type { ProtocolOptions } from '../options';
import { DEFAULT_LOOK_BACK, DEFAULT_STEP } from './readJudgeOn';
import { suggestLookBack } from './suggestLookBack';

/** The options that say what is judged. */
export type JudgeOnOptions = Pick<ProtocolOptions, 'judgeOn' | 'lookBack' | 'step'>;

interface LookBackOfferProps {
  panel: PanelProps<ProtocolOptions>;
  metrics: readonly MetricProtocol[];
  /** What the options were before a look-back was set; undefined: none was. */
  former: JudgeOnOptions | undefined;
  onFormer: (options: JudgeOnOptions | undefined) => void;
}

/** One click sets the panel's options to a look-back that suits its rules; the next one puts them back. */
export default function LookBackOffer({ panel, metrics, former, onFormer }: LookBackOfferProps) {
  const { options, onOptionsChange, data } = panel;
  const { from, to } = data.timeRange;
  const suggested = suggestLookBack({
    rangeMs: to.valueOf() - from.valueOf(),
    intervalMs: data.request?.intervalMs,
    metrics,
  });
  const lookBack = formatDuration(suggested.lookBackMs);
  const set = (judgeOn: JudgeOnOptions, before: JudgeOnOptions | undefined) => {
    onFormer(before);
    onOptionsChange({ ...options, ...judgeOn });
  };
  const onClick = () =>
    former
      ? set(former, undefined)
      : set({ judgeOn: 'fixed', lookBack: suggested.lookBack, step: suggested.step }, beforeOf(options));
  // One button, which keeps the focus.
  return (
    <Button
      size="sm"
      fill="text"
      tooltip={
        former
          ? t('panel.look-back-offer.undo-tooltip', 'Tells the state from the time shown again.')
          : t(
              'panel.look-back-offer.tooltip',
              'Sets the panel option “State from” to a fixed look-back of {{lookBack}} in steps of {{step}}. It is kept when the dashboard is saved.',
              { lookBack, step: formatDuration(suggested.stepMs) }
            )
      }
      onClick={onClick}
    >
      {former
        ? t('panel.look-back-offer.undo', 'Undo')
        : t('panel.look-back-offer.set', 'State from the last {{lookBack}}', { lookBack })}
    </Button>
  );
}

/** The options as they are, each with a value: Grafana does not take one away. */
function beforeOf({ judgeOn = 'view', lookBack = DEFAULT_LOOK_BACK, step = DEFAULT_STEP }: JudgeOnOptions) {
  return { judgeOn, lookBack, step };
}

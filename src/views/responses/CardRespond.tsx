import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useCallback } from 'react';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { cannotRecordWords } from '../../words/responses/recordWords';
import type { TimeWords } from '../../words/whenWords';
import type { RespondBarProps } from './RespondBar';
import { RespondBar } from './RespondBar';
import { RespondByLink } from './RespondByLink';
import { KeptLine } from '../parts/KeptLine';
import { usePanelResponses } from './responsesContext';
import { UnwrittenLines } from './UnwrittenLines';

export interface CardRespondProps {
  metric: MetricProtocol;
  times: TimeWords;
  timeZone: string;
  onUndoable?: RespondBarProps['onUndoable'];
}

/**
 * What a person can record of the breach that fires. Where nothing can be, the rule's own way to respond stands in its
 * place, and one card of the panel says why.
 */
export default function CardRespond({ metric, times, timeZone, onUndoable }: CardRespondProps) {
  const styles = useStyles2(getStyles);
  const { responses, recorder, tellsWhy, onUndoable: holdPlace } = usePanelResponses();
  const { id } = metric;
  const tell = useCallback(
    (undoable: boolean) => {
      onUndoable?.(undoable);
      holdPlace?.(id, undoable);
    },
    [onUndoable, holdPlace, id]
  );
  if (responses?.kind === 'awaited') {
    return <KeptLine of="buttons" />;
  }
  if (responses?.kind !== 'tracked') {
    return null;
  }
  const { cannotRecord } = responses;
  const breach = metric.response?.open?.address;
  return (
    <div className={styles.frame}>
      {breach && recorder && !cannotRecord && (
        <RespondBar name={metric.name} {...{ breach, recorder, times, timeZone }} onUndoable={tell} />
      )}
      {recorder && metric.identity !== undefined && (
        <UnwrittenLines identity={metric.identity} responses={responses} recorder={recorder} times={times} />
      )}
      {cannotRecord && <RespondByLink metric={metric} />}
      {cannotRecord && tellsWhy === metric.id && <p className={styles.why}>{cannotRecordWords(t, cannotRecord)}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    display: 'grid',
    gap: theme.spacing(0.75),
    marginTop: theme.spacing(0.5),
    '&:empty': { display: 'none' },
  }),
  why: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});

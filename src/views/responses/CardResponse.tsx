import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { openWords } from '../../words/responses/openWords';
import type { TimeWords } from '../../words/whenWords';
import { KeptLine } from '../parts/KeptLine';
import { usePanelResponses } from './responsesContext';

export interface CardResponseProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/** What people did about the breach that fires: what is late first, and whose turn it is; else who has it. */
export default function CardResponse({ metric, times }: CardResponseProps) {
  const styles = useStyles2(getStyles);
  const { responses } = usePanelResponses();
  if (responses?.kind === 'awaited') {
    return <KeptLine of="words" />;
  }
  const words = responses?.kind === 'tracked' ? openWords(t, metric, responses, times) : undefined;
  if (!words || (!words.late && words.said.length === 0)) {
    return null;
  }
  return (
    <div className={styles.lines}>
      {words.late && (
        <p>
          <b>{words.late}</b> {words.turn}
        </p>
      )}
      {words.said.length > 0 && <p>{words.said.join(' ')}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    p: { margin: 0 },
    b: { fontWeight: theme.typography.fontWeightBold, color: theme.colors.text.maxContrast },
  }),
});

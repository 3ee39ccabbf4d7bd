import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { hasChanged } from '../../protocol/versions';
import { t } from '../../locales/t';
import { reviewWords } from '../../words/reviewWords';
import { settledNote } from '../../words/settledWords';
import type { TimeWords } from '../../words/whenWords';
import { KeptLine } from '../parts/KeptLine';
import { latePart } from '../parts/latePart';
import { usePanelResponses } from '../responses/responsesContext';

/** With the words of everything that a rule may say: loaded where one has changed. */
const RuleChanges = latePart(() => import(/* webpackChunkName: "changes" */ './RuleChanges'), {
  what: () => t('views.change.part', 'What changed'),
});

interface AsidesProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/**
 * What is good to know and asks nobody to do anything, quietly below the answers: that the panel itself alerts nobody, up to
 * when values are final, how the rule became what it is, and that it is to be looked at again.
 */
export function Asides({ metric, times }: AsidesProps) {
  const styles = useStyles2(getStyles);
  const known = [settledNote(t, metric, times), reviewWords(t, metric, times)].filter(Boolean).join(' ');
  return (
    <div className={styles.asides}>
      <Unpaged metric={metric} />
      {known !== '' && <p>{known}</p>}
      {hasChanged(metric) && (
        <div className={styles.changes}>
          <RuleChanges metric={metric} times={times} />
        </div>
      )}
    </div>
  );
}

/** That no alert rule is linked. The card that is to tell it keeps the room for that until engines were asked. */
function Unpaged({ metric: { id, engine } }: Pick<AsidesProps, 'metric'>) {
  const { responses, tellsWhy } = usePanelResponses();
  if (engine) {
    return engine.unpaged === undefined ? null : (
      <p>{t('views.engine.unpaged', 'No alert rule is linked: the panel itself alerts nobody.')}</p>
    );
  }
  const isAwaited = responses && responses.kind !== 'untracked';
  return isAwaited && id === tellsWhy ? <KeptLine of="smallWords" /> : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  asides: css({
    ...theme.typography.bodySmall,
    display: 'grid',
    gap: theme.spacing(0.25),
    marginTop: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    p: { margin: 0 },
    '&:empty': { display: 'none' },
  }),
  // There before its words are.
  changes: css({ minHeight: `${theme.typography.bodySmall.lineHeight}em` }),
});

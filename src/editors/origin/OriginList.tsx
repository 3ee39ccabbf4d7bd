import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { SafeLink } from '../../views/text/SafeLink';
import type { FormPlace } from '../form/formPlace';
import { originFields, originWords } from './originWords';
import type { RuleOrigin } from './ruleOrigins';

interface OriginListProps {
  metric: Pick<MetricProtocol, 'name' | 'row'>;
  origins: readonly RuleOrigin[];
  /** Where the rule sheet is kept. */
  sheetLink?: string;
  /** The place that is open: nothing leads there. */
  here?: FormPlace;
  onGo: (place: FormPlace | 'thresholds') => void;
}

/** The places at which a metric's rule is written, each with the fields that it gives and the way there. */
export function OriginList({ metric, origins, sheetLink, here, onGo }: OriginListProps) {
  const styles = useStyles2(getStyles);
  const { name } = metric;
  return (
    <ul
      className={styles.list}
      aria-label={t('editors.origin.list', 'Where the rule of {{name}} is written', { name })}
    >
      {origins.map((origin) => {
        const { place } = origin;
        const words = originWords(t, place, metric);
        return (
          <li key={place}>
            {place === 'sheet' || place === 'alert' ? (
              sheetLink === undefined || place === 'alert' ? (
                <b>{words}</b>
              ) : (
                <SafeLink href={sheetLink}>{words}</SafeLink>
              )
            ) : place === here ? (
              <b>{t('editors.origin.here', '{{place}} (this form)', { place: words })}</b>
            ) : (
              <Button className={styles.way} size="sm" fill="text" onClick={() => onGo(place)}>
                {words}
              </Button>
            )}
            {': '}
            <span className={styles.fields}>{originFields(t, origin)}</span>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    ...theme.typography.bodySmall,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
    b: { fontWeight: theme.typography.fontWeightMedium },
  }),
  // A word in a sentence, and no box beside it.
  way: css({
    display: 'inline',
    height: 'auto',
    padding: 0,
    whiteSpace: 'normal',
    textAlign: 'left',
    verticalAlign: 'baseline',
  }),
  fields: css({ color: theme.colors.text.secondary }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationUtil } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';

import { grafanaFormUrl } from '../../alerting/export/grafana/grafanaForm';
import type { GrafanaRule } from '../../alerting/export/grafana/grafanaRules';
import type { MadeRule } from '../../alerting/export/prometheus/prometheusRules';
import { t } from '../../locales/t';
import type { AlertPlace } from './alertPlace';

interface FormListProps {
  rules: ReadonlyArray<MadeRule<GrafanaRule>>;
  place: AlertPlace;
  /** What a rule is called here. */
  words: (rule: MadeRule<GrafanaRule>) => string;
}

/** For each rule the way to Grafana's form, filled in. */
export function FormList({ rules, place, words }: FormListProps) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('editors.alerts.forms', 'Rules to open in the form')}>
      {rules.map((one) => (
        <li key={one.rule.uid} className={styles.rule}>
          <span>{words(one)}</span>
          <LinkButton
            size="sm"
            icon="bell"
            variant="secondary"
            href={formUrl(one, place)}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('editors.alerts.form', 'Open the form')}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

function formUrl({ alert, rule }: MadeRule<GrafanaRule>, { folder }: AlertPlace): string {
  const { pathname, search } = window.location;
  const returnTo = locationUtil.stripBaseFromUrl(`${pathname}${search}`);
  return locationUtil.assureBaseUrl(`/${grafanaFormUrl(rule, { folder, stepMs: alert.stepMs, returnTo })}`);
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(0.75), margin: 0, padding: 0, listStyle: 'none' }),
  rule: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    overflowWrap: 'anywhere',
  }),
});

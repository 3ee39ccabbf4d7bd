import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { FieldMetric } from '../../frames/metrics';
import type { Translate } from '../../words/translate';
import { rowAt, withOwnRule } from './formPlace';
import { goToForm } from './goToForm';
import type { FormScope } from './useFormScope';

interface ScopeLineProps {
  scope: FormScope;
  /** The metric from whose card somebody came. */
  asked?: string;
}

/** For which metrics the rule is. Who came from the card of a metric without a rule of its own can give it one. */
export function ScopeLine({ scope, asked }: ScopeLineProps) {
  const styles = useStyles2(getStyles);
  const named = canHaveOwnRule(scope) ? scope.metrics.find(({ name }) => name === asked) : undefined;
  const row = rowAt(scope.place);
  if (!scope.panel && scope.place === 'default') {
    return null;
  }
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        {row !== undefined && `${t('editors.scope.file-row', 'Row “{{row}}” of the rule file.', { row })} `}
        {named
          ? t(
              'editors.scope.default-for',
              'The rule for all: for every metric without one of its own, such as {{name}}.',
              { name: named.name }
            )
          : scopeWords(t, scope)}
      </p>
      {named && (
        <Button size="sm" variant="secondary" icon="plus" onClick={() => addOwnRule(scope, named.name)}>
          {t('editors.scope.only-for', 'A rule for {{name}} alone', { name: named.name })}
        </Button>
      )}
    </div>
  );
}

/** In the default rule the way to a rule for one metric alone. */
export function OwnRuleMenu({ scope }: { scope: FormScope }) {
  if (!canHaveOwnRule(scope) || scope.metrics.length === 0) {
    return null;
  }
  const menu = (
    <Menu>
      {scope.metrics.map(({ id, name }) => (
        <Menu.Item key={id} label={name} onClick={() => addOwnRule(scope, name)} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button size="sm" variant="secondary" fill="text" icon="plus">
        {t('editors.scope.one-metric', 'Rule for one metric…')}
      </Button>
    </Dropdown>
  );
}

function canHaveOwnRule({ place, panel, all }: FormScope): boolean {
  return place === 'default' && panel !== undefined && all.length > 1;
}

/** Adds an override for one metric, with a rule that is still blank, and leads to its form. */
function addOwnRule({ panel }: FormScope, name: string): void {
  if (panel) {
    panel.onFieldConfigChange(withOwnRule(panel.fieldConfig, name));
    goToForm({ place: panel.fieldConfig.overrides.length, metric: name });
  }
}

const MOST_NAMED = 3;

function scopeWords(t: Translate, { panel, place, metrics, all }: FormScope): string {
  const names = namesOf(t, metrics);
  if (!panel) {
    return t('editors.scope.no-panel', 'What counts for blank fields is shown once the panel is.');
  }
  if (place === undefined) {
    return t('editors.scope.no-place', 'Of several blank rules it shows after the first word which one this is.');
  }
  if (metrics.length === 0) {
    return all.length === 0
      ? t('editors.scope.no-data', 'The panel has no metric now.')
      : place === 'default'
        ? t(
            'editors.scope.none-left',
            'Every metric has a rule of its own; for what they leave blank, this one counts.'
          )
        : t('editors.scope.no-match', 'No metric of the panel matches this override now.');
  }
  if (metrics.length === all.length && all.length > 1) {
    return t('editors.scope.all', 'For all {{count}} metrics.', { count: all.length });
  }
  return place === 'default' && all.length > 1
    ? t('editors.scope.default-some', 'The rule for all, for every metric without one of its own: {{names}}.', {
        names,
      })
    : t('editors.scope.some', 'For {{names}}.', { names });
}

function namesOf(t: Translate, metrics: readonly FieldMetric[]): string {
  const names = metrics.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = metrics.length - names.length;
  return more > 0
    ? t('editors.scope.names-and-more', '{{names}} and {{count}} more', { names: names.join(', '), count: more })
    : names.join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1) }),
  words: css({
    ...theme.typography.bodySmall,
    margin: 0,
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
  }),
});

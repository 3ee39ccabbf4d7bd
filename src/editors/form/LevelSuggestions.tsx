import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import type { Translate } from '../../words/translate';
import type { FormModel } from './formModel';
import { isBlank } from '../rawRule';
import type { SuggestedLevel } from './suggestLevels';
import { suggestLevels } from './suggestLevels';

const RANKS: Readonly<Record<SuggestedLevel['rank'], (t: Translate) => string>> = {
  1: (t) => t('editors.suggest.first', '1st percentile'),
  5: (t) => t('editors.suggest.fifth', '5th percentile'),
  95: (t) => t('editors.suggest.ninety-fifth', '95th percentile'),
  99: (t) => t('editors.suggest.ninety-ninth', '99th percentile'),
};

/** Levels that the data of the metric suggests, to start from; gone once there is a level. */
export function LevelSuggestions({ form }: { form: FormModel }) {
  const styles = useStyles2(getStyles);
  const { operator, seen: { samples, span } = {} } = form;
  const isMissing = isBlank(form.get('critical')) && !form.inherited('critical');
  const levels = useMemo(
    () => (isMissing && operator && samples && span ? suggestLevels(operator, { samples, span }) : undefined),
    [isMissing, operator, samples, span]
  );
  if (!levels) {
    return null;
  }
  const show = form.formatLevel ?? String;
  return (
    <div className={styles.suggestions} role="group" aria-label={t('editors.suggest.title', 'Levels to start from')}>
      <p className={styles.words}>{t('editors.suggest.start', 'A starting point from the data shown, no more:')}</p>
      {levels.map(({ severity, level, rank }) => (
        <Button key={severity} size="sm" variant="secondary" fill="outline" onClick={() => form.set(severity, level)}>
          {severity === 'critical'
            ? t('editors.suggest.critical', 'Critical {{level}} ({{rank}})', {
                level: show(level),
                rank: RANKS[rank](t),
              })
            : t('editors.suggest.warning', 'Warning {{level}} ({{rank}})', {
                level: show(level),
                rank: RANKS[rank](t),
              })}
        </Button>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  suggestions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginTop: theme.spacing(-0.5) }),
  words: css({ ...theme.typography.bodySmall, width: '100%', margin: 0, color: theme.colors.text.secondary }),
});

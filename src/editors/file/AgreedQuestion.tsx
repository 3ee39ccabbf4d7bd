import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonList, useStyles2 } from '@grafana/ui';
import { useId } from 'react';

import { t } from '../../locales/t';
import type { AgreedDecision } from '../../tables/file/agreedImport';
import { nameList } from '../../words/nameList';
import { today, zoneOfStart } from '../form/today';
import type { AgreedMetrics } from './useAgreedImport';

interface AgreedQuestionProps {
  metrics: AgreedMetrics;
  decision: AgreedDecision | undefined;
  onDecide: (decision: AgreedDecision) => void;
}

/** Asks, once for an import, from when on the changes to what was agreed count. */
export function AgreedQuestion({ metrics: { changed, ended }, decision, onDecide }: AgreedQuestionProps) {
  const styles = useStyles2(getStyles);
  const name = useId();
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>
        {changed.length > 0
          ? t('editors.agreed.question', 'This changes what was agreed: {{names}}. From when on?', {
              names: nameList(t, changed),
            })
          : t('editors.agreed.question-ended', 'This ends what was agreed: {{names}}. From when on?', {
              names: nameList(t, ended),
            })}
      </legend>
      {ended.length > 0 && (
        <p>
          {changed.length > 0
            ? t(
                'editors.agreed.ended',
                'Without a rule in it, and so ended: {{names}}. To keep these, add their rows.',
                {
                  names: nameList(t, ended),
                }
              )
            : t('editors.agreed.ended-all', 'It has no rule for them. To keep what was agreed, add their rows.')}
        </p>
      )}
      <RadioButtonList<AgreedDecision | ''>
        id={`${name}-choice`}
        name={name}
        value={decision ?? ''}
        onChange={(chosen) => chosen && onDecide(chosen)}
        options={[
          {
            value: 'fromToday',
            label: t('editors.agreed.from-today', 'From today on'),
            description: t(
              'editors.agreed.from-today-help',
              'From 00:00 ({{zone}}). The time before keeps the rule that it had.',
              { zone: zoneOfStart(today()) }
            ),
          },
          {
            value: 'correction',
            label: t('editors.agreed.correction', 'Correct a mistake'),
            description: t('editors.agreed.correction-help', 'The past is checked again, by the corrected rule.'),
          },
        ]}
      />
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  question: css({
    marginBottom: theme.spacing(2),
    padding: theme.spacing(1, 1.5),
    border: 'none',
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  // A legend stands on the edge of its fieldset, unless it floats.
  legend: css({
    ...theme.typography.body,
    fontWeight: theme.typography.fontWeightMedium,
    float: 'left',
    width: '100%',
    margin: theme.spacing(0, 0, 1),
    '& + *': { clear: 'both' },
  }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { DraftInput } from '../inputs/DraftInput';
import { FormRow } from './FormRow';
import type { FormModel } from './formModel';
import { asText } from '../rawRule';

interface ContextOnlyProps {
  form: FormModel;
  onBack: () => void;
}

/** A metric that is shown on purpose without a rule: why, and the way back. */
export function ContextOnly({ form, onBack }: ContextOnlyProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.context}>
      <FormRow
        form={form}
        field="noRule"
        label={t('editors.context.why', 'No rule needed, because')}
        description={t(
          'editors.context.why-help',
          'Shown on purpose without a rule, and not counted as one that lacks it.'
        )}
      >
        <DraftInput
          id={form.idOf('noRule')}
          value={asText(form.get('noRule'))}
          placeholder={t('editors.context.example', 'It explains the others; nobody can act on it')}
          describedBy={form.describedBy('noRule')}
          onChange={(text) => form.type('noRule', text)}
        />
      </FormRow>
      <Button size="sm" variant="secondary" icon="arrow-left" onClick={onBack}>
        {t('editors.context.back', 'Back to the rule')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  context: css({ display: 'grid', justifyItems: 'stretch', gap: theme.spacing(1.5), button: { justifySelf: 'start' } }),
});

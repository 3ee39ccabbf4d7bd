import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { fieldWords } from '../../words/fieldWords';
import type { FormModel } from './formModel';

/**
 * Beside the levels: what does not go with them any more, and so has no effect. Its own input may be in a group that is
 * closed, and somebody who raises a level does not look for it there.
 */
export function LeftOut({ form }: { form: FormModel }) {
  const styles = useStyles2(getStyles);
  return form.leftOut.map(({ field, words, isOwn }) => (
    <p key={field} role="status" className={styles.line}>
      <Icon name="exclamation-triangle" size="sm" className={styles.icon} />
      <span>
        {t('editors.left-out.words', '{{field}}: {{words}}', { field: fieldWords(t, field), words })}{' '}
        {isOwn && !form.isLocked && (
          <Button size="sm" variant="secondary" fill="outline" onClick={() => form.set(field, undefined)}>
            {t('editors.left-out.clear', 'Clear it')}
          </Button>
        )}
      </span>
    </p>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 0),
    color: theme.colors.warning.text,
    overflowWrap: 'anywhere',
  }),
  icon: css({ flexShrink: 0, marginTop: theme.spacing(0.25) }),
});

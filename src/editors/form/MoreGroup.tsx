import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';

import { t } from '../../locales/t';

interface MoreGroupProps {
  label: string;
  /** How many of its fields the rule states, and how many can't be used as they are. */
  stated: number;
  problems: number;
  children: () => ReactNode;
}

/** A group of inputs that opens. It says what is in it while it is closed. */
export function MoreGroup({ label, stated, problems, children }: MoreGroupProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.group}>
      <h6 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'angle-down' : 'angle-right'} />
          <span className={styles.label}>{label}</span>
          {problems > 0 && (
            <span className={styles.problems}>
              <Icon name="exclamation-triangle" size="sm" />{' '}
              {t('editors.group.problems', '{{count}} to mend', { count: problems })}
            </span>
          )}
          {stated > 0 && (
            <span className={styles.stated}>{t('editors.group.stated', '{{count}} filled in', { count: stated })}</span>
          )}
        </button>
      </h6>
      <div id={id} hidden={!open} className={styles.content}>
        {open && children()}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
  heading: css({ margin: 0 }),
  toggle: css({
    ...theme.typography.body,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(0.75, 0),
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
    textAlign: 'left',
    '&:hover': { background: theme.colors.action.hover },
  }),
  label: css({ flex: 1, minWidth: 0 }),
  stated: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  problems: css({ ...theme.typography.bodySmall, color: theme.colors.error.text }),
  content: css({
    display: 'grid',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0.5, 0, 2, 2.5),
    '&[hidden]': { display: 'none' },
  }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { failedWords } from '../../words/failedWords';

/** Before the first data. */
export function LoadingFace() {
  const styles = useStyles2(getStyles);
  return (
    <Face>
      <p role="status">{t('views.faces.loading', 'Loading…')}</p>
      <div className={styles.bones} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </Face>
  );
}

/** Every query failed: what they said. */
export function ErrorFace({ errors }: Pick<Protocol, 'errors'>) {
  const styles = useStyles2(getStyles);
  return (
    <Face title={t('views.faces.error', 'The query failed, so nothing can be said')}>
      <div role="alert">
        <ul className={styles.messages}>
          {errors.map((error, index) => (
            <li key={index}>{failedWords(t, error)}</li>
          ))}
        </ul>
      </div>
    </Face>
  );
}

/** In place of a chart, where a metric is known of the look-back but has nothing in the range in view. */
export function NothingInView() {
  return (
    <Face>
      <p>{t('views.faces.nothing-in-view', 'Nothing in the time shown. The state is told from the look-back.')}</p>
    </Face>
  );
}

/** What stands in the middle of a panel that shows nothing else. */
export function Face({ title, children }: { title?: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.face}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  face: css({
    height: '100%',
    // In a panel that is higher than the screen its middle may be out of sight, and the panel would look blank.
    maxHeight: 320,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    textAlign: 'center',
    overflow: 'auto',
    color: theme.colors.text.secondary,
    p: { margin: 0 },
  }),
  title: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
  messages: css({ listStyle: 'none', margin: 0, padding: 0, minWidth: 0, overflowWrap: 'anywhere' }),
  bones: css({
    width: '60%',
    maxWidth: 320,
    display: 'grid',
    gap: theme.spacing(0.75),
    marginTop: theme.spacing(1),
    span: { height: 6, borderRadius: theme.shape.radius.default, background: theme.colors.background.secondary },
    'span:last-child': { width: '55%' },
  }),
});

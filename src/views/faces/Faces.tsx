import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { failedWords } from '../../words/failedWords';

/** Why there is nothing to show. */
export type EmptyReason = 'noQueries' | 'noNumericField' | 'noTimeField' | 'noData';

/** What is missing and how to mend it, where there is nothing to show. */
export function EmptyFace({ reason }: { reason: EmptyReason }) {
  const styles = useStyles2(getStyles);
  const { what, mend } = emptyWords(reason);
  return (
    <Face>
      <p className={styles.what}>{what}</p>
      <p>{mend}</p>
    </Face>
  );
}

function emptyWords(reason: EmptyReason): { what: string; mend: string } {
  switch (reason) {
    case 'noQueries':
      return {
        what: t('views.faces.no-queries', 'No query yet'),
        mend: t('views.faces.no-queries-mend', 'Add a query: each of its numeric fields becomes a metric with a rule.'),
      };
    case 'noNumericField':
      return {
        what: t('views.faces.no-numeric-field', 'No numeric field'),
        mend: t('views.faces.no-numeric-field-mend', 'A rule needs numbers: let a query return a numeric field.'),
      };
    case 'noTimeField':
      return {
        what: t('views.faces.no-time-field', 'No time field'),
        mend: t('views.faces.no-time-field-mend', 'A rule asks how long: let the query return a time field, too.'),
      };
    case 'noData':
      return {
        what: t('views.faces.no-data', 'No data'),
        mend: t('views.faces.no-data-mend', 'The queries returned nothing for this time range, so nothing is checked.'),
      };
  }
}

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
    <Face>
      <p className={styles.what}>{t('views.faces.error', 'The query failed, so nothing can be said')}</p>
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

function Face({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return <div className={styles.face}>{children}</div>;
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
  what: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
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

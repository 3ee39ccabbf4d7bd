import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useRef } from 'react';

import { t } from '../../locales/t';
import { isAsAgreed } from '../../rule/agreement';
import type { RawRule } from '../rawRule';
import { isBlank } from '../rawRule';

interface AgreementProps {
  raw: RawRule;
  onAgree: () => void;
}

/** Whether the version is still what was agreed, and the button that marks it as agreed as it stands. */
export function Agreement({ raw, onAgree }: AgreementProps) {
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const isMarked = !isBlank(raw.agreedFingerprint);
  const isSame = isMarked && isAsAgreed(raw);
  const agree = () => {
    onAgree();
    // The button is gone then.
    root.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={root} tabIndex={-1} className={styles.agreement}>
      {isMarked && (
        <p className={styles.state}>
          <Icon name={isSame ? 'check' : 'exclamation-triangle'} size="sm" />{' '}
          {isSame
            ? t('editors.agreement.same', 'It stands as it was agreed.')
            : t('editors.agreement.changed', 'It was changed since it was agreed.')}
        </p>
      )}
      {!isSame && (
        <Button size="sm" variant="secondary" icon="check" onClick={agree}>
          {t('editors.agreement.mark', 'Mark as agreed today')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  agreement: css({ display: 'grid', justifyItems: 'start', gap: theme.spacing(0.5) }),
  state: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { fingerprintOf } from '../../rule/fingerprint';
import type { RawRule } from '../rawRule';
import { isBlank } from '../rawRule';
import { today } from './today';

interface AgreementProps {
  raw: RawRule;
  onChange: (raw: RawRule) => void;
}

/** Whether the rule is still what was agreed, and the button that marks it as agreed as it stands. */
export function Agreement({ raw, onChange }: AgreementProps) {
  const styles = useStyles2(getStyles);
  const fingerprint = fingerprintOf(raw);
  const isMarked = !isBlank(raw.agreedFingerprint);
  const isSame = raw.agreedFingerprint === fingerprint;
  return (
    <div className={styles.agreement}>
      {isMarked && (
        <p className={styles.state}>
          <Icon name={isSame ? 'check' : 'exclamation-triangle'} size="sm" />{' '}
          {isSame
            ? t('editors.agreement.same', 'It stands as it was agreed.')
            : t('editors.agreement.changed', 'It was changed since it was agreed.')}
        </p>
      )}
      {!isSame && (
        <Button
          size="sm"
          variant="secondary"
          icon="check"
          onClick={() => onChange({ ...raw, agreedOn: today(), agreedFingerprint: fingerprint })}
        >
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

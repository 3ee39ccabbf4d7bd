import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Since } from '../../protocol/handover/since';
import { WallTimeInput } from '../responses/WallTimeInput';

interface SincePickerProps {
  since: Since;
  /** The moment that it stands for, epoch ms: what a time of one's own begins with. */
  from: number;
  /** An IANA zone. */
  zone: string;
  onSince: (since: Since) => void;
}

/** From when on the handover tells: yesterday at 9, the last Monday, or a time of one's own. */
export function SincePicker({ since, from, zone, onSince }: SincePickerProps) {
  const styles = useStyles2(getStyles);
  const isOwn = typeof since === 'number';
  return (
    <div className={styles.frame}>
      <RadioButtonGroup
        size="sm"
        aria-label={t('handover.since', 'Since')}
        options={[
          { value: 'yesterday', label: t('handover.since-yesterday', 'Yesterday 09:00') },
          { value: 'monday', label: t('handover.since-monday', 'Last Monday') },
          { value: 'own', label: t('handover.since-own', 'A time…') },
        ]}
        value={isOwn ? 'own' : since}
        onChange={(value) => onSince(value === 'yesterday' || value === 'monday' ? value : from)}
      />
      {isOwn && (
        <WallTimeInput
          label={t('handover.since', 'Since')}
          initial={since}
          timeZone={zone}
          action={t('handover.since-set', 'Tell')}
          onChoose={onSince}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.75) }),
});

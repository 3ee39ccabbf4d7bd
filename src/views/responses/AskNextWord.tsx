import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import { panelZone } from '../../time/timeZone';
import { nextTimes } from '../../time/wallTimes';
import type { AskProps } from './askProps';
import { useFormFocus } from './useFormFocus';
import { WallTimeInput } from './WallTimeInput';

/** By when whoever has it promises to say more: one click, or a time of their own, or no promise. */
export function AskNextWord({ times, timeZone, onRecord, onCancel }: AskProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const zone = panelZone(timeZone);
  const [now] = useState(() => Date.now());
  const [isOwn, setOwn] = useState(false);
  const form = useFormFocus(onCancel, isOwn);
  const take = (nextWordBy?: number) =>
    onRecord(nextWordBy === undefined ? { kind: 'taken' } : { kind: 'taken', nextWordBy });
  return (
    <div className={styles.form} role="group" aria-labelledby={id} {...form}>
      <span id={id} className={styles.label}>
        {t('views.response.next-word-by', 'Next word by')}
      </span>
      {isOwn ? (
        <WallTimeInput
          label={t('views.response.own-time-label', 'Next word by')}
          initial={nextTimes(zone, now)[0]}
          timeZone={zone}
          action={t('views.response.name-taken', 'I have it')}
          onChoose={take}
        />
      ) : (
        <>
          {nextTimes(zone, now).map((time, index) => (
            <Button key={time} size="sm" variant="secondary" onClick={() => take(time)}>
              {index === 0
                ? t('views.response.in-an-hour', 'in 1 h, {{at}}', { at: times.since(time) })
                : times.at(time)}
            </Button>
          ))}
          <Button size="sm" variant="secondary" fill="text" onClick={() => setOwn(true)}>
            {t('views.response.own-time', 'Other time…')}
          </Button>
          <Button size="sm" variant="secondary" fill="text" onClick={() => take()}>
            {t('views.response.no-promise', 'No promise')}
          </Button>
        </>
      )}
      <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
        {t('views.response.cancel', 'Cancel')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.75) }),
  label: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
});

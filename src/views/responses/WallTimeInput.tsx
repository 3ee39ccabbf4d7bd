import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import { fromWallTime, toWallTime } from '../../time/wallTimes';

interface WallTimeInputProps {
  label: string;
  /** Epoch ms. */
  initial: number;
  /** An IANA zone. */
  timeZone: string;
  /** What choosing is called. */
  action: string;
  onChoose: (time: number) => void;
}

/** A date and a time of one's own, in the dashboard's zone. */
export function WallTimeInput({ label, initial, timeZone, action, onChoose }: WallTimeInputProps) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState(() => toWallTime(timeZone, initial));
  const time = fromWallTime(timeZone, text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (time !== undefined) {
          onChoose(time);
        }
      }}
    >
      <Input
        type="datetime-local"
        aria-label={t('views.response.in-zone', '{{label}} ({{timeZone}})', { label, timeZone })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        width={30}
      />
      <Button type="submit" size="sm" disabled={time === undefined}>
        {action}
      </Button>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.75) }),
});

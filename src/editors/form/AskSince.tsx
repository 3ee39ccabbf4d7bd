import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import type { Translate } from '../../words/translate';
import type { StatedRule } from './formPlace';
import { agreedPlaceWords } from './inherited';
import { StartDate } from './StartDate';
import { today, zoneOfStart } from './today';
import type { FormVersions } from './useVersions';

/**
 * Beside the input in which what was agreed was changed: from when on that counts. Nothing waits for the answer; until
 * there is one it counts from the beginning of today on, which rewrites nothing before.
 */
export function AskSince({ versions, timeZone }: { versions: FormVersions; timeZone: string }) {
  const styles = useStyles2(getStyles);
  const [isDating, setIsDating] = useState(false);
  return (
    <div role="group" className={styles.ask} aria-label={t('editors.ask.title', 'From when on?')}>
      <p role="status" className={styles.words}>
        {askWords(t, versions.overruled)}
      </p>
      {isDating ? (
        <StartDate
          label={t('editors.ask.from', 'It counts from')}
          help={t('editors.ask.from-help', 'Until then what was agreed counts.')}
          begin={t('editors.ask.begin', 'From this day on')}
          others={versions.all.filter((_, place) => place !== versions.place)}
          timeZone={timeZone}
          onBegin={versions.beginOn}
          onCancel={() => setIsDating(false)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button size="sm" variant="secondary" icon="check" onClick={versions.keep}>
            {t('editors.ask.today', 'From today on')}
          </Button>
          <Button size="sm" variant="secondary" onClick={versions.correct}>
            {t('editors.ask.correct', 'Correct a mistake')}
          </Button>
          <Button size="sm" variant="secondary" fill="text" onClick={() => setIsDating(true)}>
            {t('editors.ask.date', 'Another date…')}
          </Button>
        </div>
      )}
    </div>
  );
}

function askWords(t: Translate, overruled: StatedRule | undefined): string {
  const zone = zoneOfStart(today());
  return overruled
    ? t(
        'editors.ask.words-below',
        'This was agreed in {{place}}. What you write here counts from today 00:00 on ({{zone}}), and the time before stays. If it corrects a mistake, the past is checked again.',
        { place: agreedPlaceWords(t, overruled.place), zone }
      )
    : t(
        'editors.ask.words',
        'This was agreed. Your change counts from today 00:00 on ({{zone}}), and the time before stays. If it corrects a mistake, the past is checked again.',
        { zone }
      );
}

const getStyles = (theme: GrafanaTheme2) => ({
  ask: css({
    display: 'grid',
    gap: theme.spacing(0.75),
    marginTop: theme.spacing(0.75),
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderLeft: `2px solid ${theme.colors.info.border}`,
    borderRadius: theme.shape.radius.default,
  }),
  words: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.primary }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useRef, useState } from 'react';

import { t } from '../../locales/t';
import { isAsAgreed } from '../../rule/agreement';
import type { Question } from '../../rule/fields';
import { QUESTIONS } from '../../rule/fields';
import { fingerprintOf } from '../../rule/fingerprint';
import { questionWords } from '../../words/missingWords';
import { isBlank } from '../rawRule';
import { AskAgreedBy } from './AskAgreedBy';
import type { FormModel } from './formModel';
import { agreedPlaceWords } from './inherited';
import { openAnswers } from './openAnswers';
import type { FormScope } from './useFormScope';
import type { FormVersions } from './useVersions';

interface AgreementProps {
  form: FormModel;
  scope: FormScope;
  versions: FormVersions;
}

/** Whether the version is still what was agreed, and the way to mark it as agreed as it stands. */
export function Agreement({ form, scope, versions }: AgreementProps) {
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { raw } = form;
  const isMarked = !isBlank(raw.agreedFingerprint);
  const isSame = isMarked && isAsAgreed(raw);
  const leave = () => {
    setIsAsking(false);
    // What was pressed is gone then.
    root.current?.focus({ preventScroll: true });
  };
  const takeBack = () => {
    versions.takeBack?.();
    // What was pressed is gone then, and where nothing else was written, all of this.
    document.getElementById(form.idOf('critical'))?.focus({ preventScroll: true });
  };
  return (
    <div ref={root} tabIndex={-1} className={styles.agreement}>
      {isMarked && (
        <p className={styles.state}>
          <Icon name={isSame ? 'check' : 'exclamation-triangle'} size="sm" />{' '}
          {isSame
            ? sameWords(openAnswers(form))
            : t('editors.agreement.changed', 'It was changed since it was agreed.')}
        </p>
      )}
      {versions.overruled && (
        <p className={styles.state}>
          <Icon name="exclamation-triangle" size="sm" />{' '}
          {t('editors.agreement.overruled', 'It says otherwise than what was agreed in {{place}}.', {
            place: agreedPlaceWords(t, versions.overruled.place),
          })}
        </p>
      )}
      <div className={styles.ways}>
        {!isSame &&
          statesSomething(form) &&
          (isAsking ? (
            <AskAgreedBy
              form={form}
              scope={scope}
              last={versions.lastAgreedBy}
              onAgree={(by) => {
                versions.agree(by);
                leave();
              }}
              onCancel={leave}
            />
          ) : (
            <Button size="sm" variant="secondary" icon="check" onClick={() => setIsAsking(true)}>
              {t('editors.agreement.mark', 'Mark as agreed today')}
            </Button>
          ))}
        {versions.takeBack && !isAsking && (
          <Button size="sm" variant="secondary" fill="text" icon="corner-up-left" onClick={takeBack}>
            {t('editors.agreement.back', 'Back to what was agreed')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether there is something to sign: words of the version's own, and an answer to any question, if from elsewhere. */
function statesSomething(form: FormModel): boolean {
  return openAnswers(form).length < QUESTIONS.length && fingerprintOf(form.raw) !== fingerprintOf({});
}

function sameWords(open: readonly Question[]): string {
  return open.length === 0
    ? t('editors.agreement.same', 'It stands as it was agreed.')
    : t('editors.agreement.same-open', 'It stands as it was agreed, though nobody says {{what}}.', {
        what: open.map((question) => questionWords(t, question)).join(', '),
      });
}

const getStyles = (theme: GrafanaTheme2) => ({
  ways: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), width: '100%' }),
  agreement: css({ display: 'grid', justifyItems: 'start', gap: theme.spacing(0.5) }),
  state: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});

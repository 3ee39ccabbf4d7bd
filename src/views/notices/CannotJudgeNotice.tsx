import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { CannotJudgeOn, Protocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { noticeStyle } from './noticeStyle';
import { cannotJudgeWords } from '../../words/judgedWords';

interface CannotJudgeNoticeProps {
  protocol: Pick<Protocol, 'judgedOn'>;
}

/** Why the look-back that was asked for can't be had; undefined where it is had, or nobody asked for it. */
export function cannotJudgeOn({ judgedOn }: CannotJudgeNoticeProps['protocol']): CannotJudgeOn | undefined {
  return judgedOn.mode === 'view' ? judgedOn.because : undefined;
}

/** Says that the view is judged and not the look-back, and why. Nothing where all is as it was asked for. */
export function CannotJudgeNotice({ protocol }: CannotJudgeNoticeProps) {
  const styles = useStyles2(getStyles);
  const because = cannotJudgeOn(protocol);
  const words = because && cannotJudgeWords(t, because);
  return words === undefined ? null : (
    <p className={styles.notice} title={words}>
      <Icon name="info-circle" size="sm" /> {words}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ notice: noticeStyle(theme) });

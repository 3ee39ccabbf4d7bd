import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import { useCallback, useMemo, useState } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { Handover } from '../../protocol/handover/handover';
import type { SavedHistory } from '../../protocol/handover/savedHistory';
import type { Since } from '../../protocol/handover/since';
import { panelZone } from '../../time/timeZone';
import { DAY } from '../../time/units';
import { handoverMarkdown } from '../../words/handover/handoverMarkdown';
import { calmWords, handoverLines, handoverTitle } from '../../words/handover/handoverWords';
import { reviewCsv } from '../../words/handover/reviewCsv';
import { hasReview } from '../../words/handover/reviewWords';
import { download } from '../text/download';
import { HandoverLines } from './HandoverLines';
import { Review } from './Review';
import { Saved } from './Saved';
import { SincePicker } from './SincePicker';

export interface HandoverViewProps {
  handover: Handover;
  since: Since;
  onSince: (since: Since) => void;
  /** As the panel is given it. */
  timeZone: string;
  /** The title of the dashboard. */
  dashboard?: string;
  /** Where the handover is shown. */
  url: string;
  /** The address of a panel of the dashboard. */
  hrefOf: (panelId: number) => string;
  /** Reads what was saved of the dashboard since then; undefined where it was never saved. */
  readSaved?: () => Promise<SavedHistory>;
}

/** Of a time longer than this the figures are shown at once: it is a review. */
const REVIEWED_MS = 2 * DAY;

/** What one shift tells the next, in the lines that are read aloud first; over a longer time with the figures of a review. */
export function HandoverView({
  handover,
  since,
  onSince,
  timeZone,
  dashboard,
  url,
  hrefOf,
  readSaved,
}: HandoverViewProps) {
  const styles = useStyles2(getStyles);
  const { at, isLive } = handover;
  const times = useMemo(() => timeWords(t, { timeZone, now: isLive ? at : undefined }), [timeZone, isLive, at]);
  const lines = useMemo(() => handoverLines(t, handover, times), [handover, times]);
  const title = handoverTitle(t, handover, times);
  const [chosen, choose] = useState<boolean>();
  const withReview = (chosen ?? at - handover.since > REVIEWED_MS) && hasReview(handover);
  const getText = useCallback(() => {
    const asOf = timeWords(t, { timeZone }).at(handover.at);
    return handoverMarkdown(t, handover, { times, asOf, dashboard, url, withReview });
  }, [handover, times, timeZone, dashboard, url, withReview]);
  return (
    <section className={styles.frame} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <SincePicker since={since} from={handover.since} zone={panelZone(timeZone)} onSince={onSince} />
        <ClipboardButton size="sm" fill="text" icon="copy" getText={getText} className={styles.copy}>
          {t('handover.copy', 'Copy as Markdown')}
        </ClipboardButton>
      </div>
      <HandoverLines lines={lines} calm={calmWords(t, handover)} hrefOf={hrefOf} />
      {hasReview(handover) && (
        <div className={styles.review}>
          <div className={styles.buttons}>
            <Button
              size="sm"
              fill="text"
              variant="secondary"
              icon={withReview ? 'angle-down' : 'angle-right'}
              aria-expanded={withReview}
              onClick={() => choose(!withReview)}
            >
              {t('handover.review.title', 'Review')}
            </Button>
            {withReview && (
              <Button size="sm" fill="text" icon="download-alt" onClick={() => downloadCsv(handover, timeZone)}>
                {t('handover.review.csv', 'Download CSV')}
              </Button>
            )}
          </div>
          {withReview && <Review figures={handover.figures} />}
        </div>
      )}
      {readSaved && <Saved key={handover.since} read={readSaved} times={times} />}
    </section>
  );
}

function downloadCsv(handover: Handover, timeZone: string) {
  const stamp = (time: number) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' });
  const day = dateTimeFormat(handover.at, { timeZone, format: 'YYYY-MM-DD' });
  download(reviewCsv(handover, { timeZone: panelZone(timeZone), stamp }), {
    name: `review-${day}.csv`,
    type: 'text/csv',
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(1.5), padding: theme.spacing(1), maxWidth: 1100 }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1.5) }),
  title: css({ ...theme.typography.h5, margin: 0 }),
  copy: css({ marginLeft: 'auto' }),
  review: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    paddingTop: theme.spacing(1),
  }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});

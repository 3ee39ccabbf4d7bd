import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { Button, ClipboardButton, Modal, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useCallback, useMemo, useState } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import { answeredRows } from '../../protocol/breaches/answeredRows';
import type { Listed } from '../../protocol/breaches/breachRows';
import { breachRows } from '../../protocol/breaches/breachRows';
import { recordedRows } from '../../protocol/breaches/recordedRows';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { panelZone } from '../../time/timeZone';
import type { BreachWordsContext } from '../../words/breachCells';
import { breachCsv } from '../../words/breachCsv';
import { breachListTitle, listedWords } from '../../words/breachListWords';
import { breachMarkdown } from '../../words/breachMarkdown';
import type { ToldBreach } from '../../words/breachTold';
import { tellBreaches } from '../../words/breachTold';
import { cannotRecordWords } from '../../words/responses/recordWords';
import { responseFiguresWords } from '../../words/responses/responseFiguresWords';
import type { TimeWords } from '../../words/whenWords';
import { usePanelResponses } from '../responses/responsesContext';
import { UnwrittenLines } from '../responses/UnwrittenLines';
import { download } from '../text/download';
import { BreachTable } from './BreachTable';

export interface BreachListProps {
  metric: MetricProtocol;
  /** The panel's, as far as the list speaks of it. */
  protocol: Pick<Protocol, 'span' | 'judgedOn' | 'who'>;
  timeZone: string;
  onClose: () => void;
}

/** The breaches of a metric, opened: a list that is read, copied and taken along, and in which one records what was done. */
export default function BreachList({ metric, protocol, timeZone, onClose }: BreachListProps) {
  const styles = useStyles2(getStyles);
  const { responses, recorder, records } = usePanelResponses();
  const spans = useMemo(() => spansOf(metric, protocol), [metric, protocol]);
  const [chosen, choose] = useState<Listed['on']>('view');
  const listed = spans.find(({ on }) => on === chosen) ?? spans[0];
  const times = useMemo(() => timeWords(t, { timeZone, now: listed.span.now }), [timeZone, listed.span.now]);
  const { told, figures } = useTold(metric, listed, protocol.who, times);
  const title = breachListTitle(t, metric.name, told.filter(({ row }) => row).length);
  const words = listedWords(t, listed, times, listed.on === 'view' && metric.view.figures.atLeast);
  const getText = useCallback(() => {
    const cells = told.map((breach) => breach.cells);
    return breachMarkdown(t, cells, { title, listed: words, figures });
  }, [told, title, words, figures]);
  const cannotRecord = responses?.kind === 'tracked' ? responses.cannotRecord : undefined;
  const isTracked = figures !== undefined;
  return (
    <Modal isOpen title={title} onDismiss={onClose} className={styles.dialog} contentClassName={styles.content}>
      <div className={styles.head}>
        <p className={styles.listed}>
          {words}
          {responses?.kind === 'untracked' && ` ${t('views.breaches.untracked', 'Responses are not tracked here.')}`}
          {figures && figures.length > 0 && <span className={styles.figures}>{figures.join(' · ')}</span>}
          {cannotRecord && <span className={styles.figures}>{cannotRecordWords(t, cannotRecord)}</span>}
        </p>
        {spans.length > 1 && (
          <RadioButtonGroup
            size="sm"
            aria-label={t('views.breaches.of', 'Breaches of')}
            options={spans.map(({ on }) => ({ value: on, label: spanName(on) }))}
            value={listed.on}
            onChange={choose}
          />
        )}
        <ClipboardButton size="sm" fill="text" icon="copy" getText={getText} disabled={told.length === 0}>
          {t('views.breaches.copy', 'Copy as Markdown')}
        </ClipboardButton>
        <Button
          size="sm"
          fill="text"
          icon="download-alt"
          disabled={told.length === 0}
          onClick={() => downloadCsv(told, { metric, timeZone, isTracked, isRecorded: records !== undefined })}
        >
          {t('views.breaches.csv', 'Download CSV')}
        </Button>
      </div>
      {told.length === 0 ? (
        <p>{t('views.breaches.none', 'No breach in this time.')}</p>
      ) : (
        <BreachTable
          key={listed.on}
          told={told}
          label={title}
          isTracked={isTracked}
          respond={
            recorder && isTracked && !cannotRecord ? { recorder, times, timeZone, name: metric.name } : undefined
          }
        />
      )}
      {recorder && responses?.kind === 'tracked' && metric.identity !== undefined && (
        <UnwrittenLines identity={metric.identity} responses={responses} recorder={recorder} times={times} />
      )}
    </Modal>
  );
}

/** The rows in words, and what people did about them in figures: undefined where that is not tracked. */
function useTold(metric: MetricProtocol, listed: Listed, who: Protocol['who'], times: TimeWords) {
  const { responses, records } = usePanelResponses();
  return useMemo((): { told: readonly ToldBreach[]; figures?: readonly string[] } => {
    const rows = breachRows(metric, listed, who);
    const context: BreachWordsContext = { metric, span: listed.span, times };
    const answered = responses?.kind === 'tracked' ? answeredRows(rows, metric, listed.span, responses) : undefined;
    const recorded = records && recordedRows(rows, metric, listed.span, records);
    return {
      told: tellBreaches(t, rows, { answered, recorded }, context),
      figures: answered && responseFiguresWords(t, answered.figures, rows.length),
    };
  }, [metric, listed, who, times, responses, records]);
}

/** What may be listed: what is in view, where the metric is, and the look-back, where its state is judged on one. */
function spansOf({ inView, judged, now }: MetricProtocol, { span, judgedOn }: BreachListProps['protocol']): Listed[] {
  const lookBack: Listed[] =
    judgedOn.mode === 'fixed' && judged.on === 'lookBack'
      ? [{ on: 'lookBack', span: { from: now.at - judgedOn.lookBackMs, to: now.at, now: now.at } }]
      : [];
  return inView || lookBack.length === 0 ? [{ on: 'view', span }, ...lookBack] : lookBack;
}

function spanName(on: Listed['on']): string {
  return on === 'view' ? t('views.breaches.view', 'Time shown') : t('views.breaches.look-back', 'Look-back');
}

interface Saved {
  metric: MetricProtocol;
  timeZone: string;
  isTracked: boolean;
  isRecorded: boolean;
}

function downloadCsv(told: readonly ToldBreach[], { metric: { name }, timeZone, isTracked, isRecorded }: Saved) {
  const stamp = (time: number) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' });
  const text = breachCsv(told, { metric: name, timeZone: panelZone(timeZone), stamp, isTracked, isRecorded });
  download(text, { name: `breaches-${fileName(name)}.csv`, type: 'text/csv' });
}

/** What every file system takes for a name. */
function fileName(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 80) || 'metric';
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({
    width: 1240,
    maxWidth: '96vw',
    [theme.breakpoints.down('md')]: { maxWidth: '100%' },
  }),
  content: css({ containerType: 'inline-size', paddingTop: theme.spacing(1) }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    marginBottom: theme.spacing(1),
  }),
  figures: css({ display: 'block', color: theme.colors.text.primary }),
  listed: css({ ...theme.typography.bodySmall, flex: '1 1 240px', margin: 0, color: theme.colors.text.secondary }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { Button, ClipboardButton, Modal, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useCallback, useMemo, useState } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { Listed } from '../../protocol/breaches/breachRows';
import { breachRows } from '../../protocol/breaches/breachRows';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { panelZone } from '../../time/timeZone';
import type { BreachWordsContext } from '../../words/breachCells';
import { breachCells } from '../../words/breachCells';
import type { ToldBreach } from '../../words/breachCsv';
import { breachCsv } from '../../words/breachCsv';
import { breachListTitle, listedWords } from '../../words/breachListWords';
import { breachMarkdown } from '../../words/breachMarkdown';
import { download } from '../text/download';
import { BreachTable } from './BreachTable';

export interface BreachListProps {
  metric: MetricProtocol;
  /** The panel's, as far as the list speaks of it. */
  protocol: Pick<Protocol, 'span' | 'judgedOn' | 'who'>;
  timeZone: string;
  onClose: () => void;
}

/** The breaches of a metric, opened: a list that is read, copied and taken along. */
export default function BreachList({ metric, protocol, timeZone, onClose }: BreachListProps) {
  const styles = useStyles2(getStyles);
  const spans = useMemo(() => spansOf(metric, protocol), [metric, protocol]);
  const [chosen, choose] = useState<Listed['on']>('view');
  const listed = spans.find(({ on }) => on === chosen) ?? spans[0];
  const times = useMemo(() => timeWords(t, { timeZone, now: listed.span.now }), [timeZone, listed.span.now]);
  const told = useMemo((): ToldBreach[] => {
    const context: BreachWordsContext = { metric, span: listed.span, times };
    return breachRows(metric, listed, protocol.who).map((row) => ({ row, cells: breachCells(t, row, context) }));
  }, [metric, listed, protocol.who, times]);
  const title = breachListTitle(t, metric.name, told.length);
  const words = listedWords(t, listed, times, listed.on === 'view' && metric.view.figures.atLeast);
  const getText = useCallback(
    () => breachMarkdown(t, told.map(({ cells }) => cells), { title, listed: words }), // prettier-ignore
    [told, title, words]
  );
  return (
    <Modal isOpen title={title} onDismiss={onClose} className={styles.dialog} contentClassName={styles.content}>
      <div className={styles.head}>
        <p className={styles.listed}>{words}</p>
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
          onClick={() => downloadCsv(told, metric, timeZone)}
        >
          {t('views.breaches.csv', 'Download CSV')}
        </Button>
      </div>
      {told.length === 0 ? (
        <p>{t('views.breaches.none', 'No breach in this time.')}</p>
      ) : (
        <BreachTable key={listed.on} told={told} label={title} />
      )}
    </Modal>
  );
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
  return on === 'view' ? t('views.breaches.view', 'In view') : t('views.breaches.look-back', 'Look-back');
}

function downloadCsv(told: readonly ToldBreach[], { name }: MetricProtocol, timeZone: string) {
  const stamp = (time: number) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' });
  const text = breachCsv(told, { metric: name, timeZone: panelZone(timeZone), stamp });
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
  listed: css({ ...theme.typography.bodySmall, flex: '1 1 240px', margin: 0, color: theme.colors.text.secondary }),
});

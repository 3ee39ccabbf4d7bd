import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, Modal, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import type { FormPlace } from '../form/formPlace';
import { OriginList } from './OriginList';
import type { RuleOrigin } from './ruleOrigins';

interface OriginDialogProps {
  metric: MetricProtocol;
  origins: readonly RuleOrigin[];
  /** The panel's rule sheet: its query, and the address at which it is kept. */
  sheet: { query: string; link?: string };
  onGo: (place: FormPlace | 'thresholds') => void;
  /** Gives the metric a rule of its own in the panel; left out where it has one. */
  onOwn?: () => void;
  onClose: () => void;
}

/** Where the rule of a metric is written, or is to be, in a panel whose rules are in a sheet: outside of it. */
export function OriginDialog({ metric, origins, sheet, onGo, onOwn, onClose }: OriginDialogProps) {
  const styles = useStyles2(getStyles);
  const { name, row } = metric;
  const { query, link } = sheet;
  const inSheet = row?.kind === 'sheet';
  return (
    <Modal
      isOpen
      title={t('editors.origin.title', 'The rule of {{name}}', { name })}
      onDismiss={onClose}
      className={styles.dialog}
    >
      <div className={styles.body}>
        {!inSheet && (
          <p>
            {t('editors.origin.no-row', 'No row of the rule sheet (query {{query}}) is for {{name}}.', { query, name })}
          </p>
        )}
        {origins.length > 0 && <OriginList metric={metric} origins={origins} sheetLink={link} onGo={onGo} />}
        {link === undefined && (
          <p className={styles.note}>
            {t(
              'editors.origin.no-link',
              'Change it where query {{query}} gets it from. With “Link to the sheet” among the panel’s options, the way there stands here.',
              { query }
            )}
          </p>
        )}
        {onOwn && (
          <p className={styles.note}>
            {t('editors.origin.own-note', 'What a rule in this panel says comes before the sheet.')}
          </p>
        )}
      </div>
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onClose}>
          {t('editors.origin.close', 'Close')}
        </Button>
        {onOwn && (
          <Button variant="secondary" icon="plus" onClick={onOwn}>
            {t('editors.origin.own', 'A rule in this panel, for {{name}} alone', { name })}
          </Button>
        )}
        {link !== undefined && (
          <LinkButton href={link} target="_blank" rel="noopener noreferrer" icon="external-link-alt">
            {t('editors.origin.open-sheet', 'Open the sheet')}
          </LinkButton>
        )}
      </Modal.ButtonRow>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 660, maxWidth: '92vw' }),
  body: css({ display: 'grid', gap: theme.spacing(1.5), overflowWrap: 'anywhere', p: { margin: 0 } }),
  note: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
});

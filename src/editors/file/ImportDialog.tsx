import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Modal, useStyles2 } from '@grafana/ui';
import type { ClipboardEvent, ReactNode } from 'react';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import type { FileRule } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';
import type { EditedPanel } from '../editedPanel';
import { ImportProblems } from './ImportProblems';
import { importPreview } from './importPreview';
import { cleanWords, nothingWords, previewWords, rulesWords, understoodWords } from './importWords';
import type { ImportReading } from './readImport';

export interface ImportDialogProps {
  /** What the rules are from: the name of a file, or an input. */
  source: ReactNode;
  /** Undefined where there is nothing to read yet. */
  reading: ImportReading | undefined;
  stated: readonly MetricSources[] | undefined;
  /** The query that is the rule sheet, where there is one. */
  sheet: string | undefined;
  /** How many rules, imported before, go. */
  replaced: number;
  /** What the panel tells of its data. */
  panel: EditedPanel | undefined;
  onApply: (rules: readonly FileRule[]) => void;
  onClose: () => void;
  onPaste?: (event: ClipboardEvent) => void;
}

/** What rules would change, and what can't be used of them, before they are imported. */
export function ImportDialog({ source, reading, onPaste, ...props }: ImportDialogProps) {
  const styles = useStyles2(getStyles);
  const { onApply, onClose } = props;
  const rules = reading?.rules ?? [];
  const clean = rules.filter(({ metric }) => !reading?.unclean?.includes(metric));
  return (
    <Modal isOpen title={t('editors.import.title', 'Import rules')} onDismiss={onClose} className={styles.dialog}>
      <div onPaste={onPaste}>
        {source}
        <p role="status">{reading && <Understood reading={reading} />}</p>
        {reading && rules.length > 0 && <Preview {...props} reading={reading} />}
        {reading && reading.problems.length > 0 && <ImportProblems problems={reading.problems} />}
        <Modal.ButtonRow>
          <Button variant="secondary" fill="outline" onClick={onClose}>
            {t('editors.import.cancel', 'Cancel')}
          </Button>
          {clean.length > 0 && clean.length < rules.length && (
            <Button variant="secondary" onClick={() => onApply(clean)}>
              {t('editors.import.apply-clean', 'Import only the clean: {{rules}}', {
                rules: rulesWords(t, clean.length),
              })}
            </Button>
          )}
          {rules.length > 0 && (
            <Button onClick={() => onApply(rules)}>
              {t('editors.import.apply', 'Import {{rules}}', { rules: rulesWords(t, rules.length) })}
            </Button>
          )}
        </Modal.ButtonRow>
      </div>
    </Modal>
  );
}

function Understood({ reading }: { reading: ImportReading }) {
  const size = understoodWords(t, reading.table);
  const found = reading.rules.length > 0 ? rulesWords(t, reading.rules.length) : nothingWords(t, reading);
  return (
    <>
      <b>{found}</b>
      {size && <> ({size})</>}
    </>
  );
}

interface PreviewProps extends Pick<ImportDialogProps, 'stated' | 'panel' | 'sheet' | 'replaced'> {
  reading: ImportReading;
}

function Preview({ reading, stated, panel, sheet, replaced }: PreviewProps) {
  const styles = useStyles2(getStyles);
  const preview = useMemo(() => stated && importPreview(reading, stated, panel), [reading, stated, panel]);
  return (
    <ul className={styles.list}>
      <li>{cleanWords(t, reading.rules.length, reading.unclean ?? [])}</li>
      {preview && previewWords(t, preview, sheet).map((words) => <li key={words}>{words}</li>)}
      {replaced > 0 && (
        <li>
          {t('editors.import.replaces', 'Replaces what was imported before: {{rules}}.', {
            rules: rulesWords(t, replaced),
          })}
        </li>
      )}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 680, maxWidth: '92vw' }),
  list: css({ paddingLeft: theme.spacing(2.5), overflowWrap: 'anywhere' }),
});

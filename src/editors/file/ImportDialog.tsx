import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Modal, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import { fileProblemWords } from '../../words/fileProblemWords';
import type { FileRule, RuleFileReading } from '../../tables/file/ruleFile';
import type { EditedPanel } from '../editedPanel';
import type { MetricSources } from '../../tables/file/storedRule';
import { importPreview } from './importPreview';
import { cleanWords, previewWords, rulesWords } from './importWords';

interface ImportDialogProps extends RuleFileReading {
  /** Of the file. */
  name: string;
  stated: readonly MetricSources[] | undefined;
  /** The query that is the rule sheet, where there is one. */
  sheet: string | undefined;
  /** How many rules, imported before, go. */
  replaced: number;
  /** What the panel tells of its data. */
  panel: EditedPanel | undefined;
  onApply: (rules: readonly FileRule[]) => void;
  onClose: () => void;
}

/** What a file of rules would change, and what can't be used of it, before it is imported. */
export function ImportDialog(props: ImportDialogProps) {
  const { name, rules, problems, unclean = [], stated, sheet, replaced, panel, onApply, onClose } = props;
  const styles = useStyles2(getStyles);
  const preview = useMemo(() => stated && importPreview(rules, stated, panel), [rules, stated, panel]);
  const clean = rules.filter(({ metric }) => !unclean.includes(metric));
  const isUsable = rules.length > 0;
  return (
    <Modal isOpen title={t('editors.import.title', 'Import rules')} onDismiss={onClose} className={styles.dialog}>
      <p>
        <b>{name}</b>{' '}
        {isUsable ? rulesWords(t, rules.length) : t('editors.import.no-rules', 'There is no rule in this file.')}
      </p>
      {isUsable && (
        <ul className={styles.list}>
          <li>{cleanWords(t, rules.length, unclean)}</li>
          {preview && previewWords(t, preview, sheet).map((words) => <li key={words}>{words}</li>)}
          {replaced > 0 && (
            <li>
              {t('editors.import.replaces', 'Replaces what was imported before: {{rules}}.', {
                rules: rulesWords(t, replaced),
              })}
            </li>
          )}
        </ul>
      )}
      {problems.length > 0 && (
        <section className={styles.problems} aria-label={t('editors.import.problems', 'Problems of the file')}>
          <h5>
            {t('editors.import.left-out', 'Not read, {{count}} problems', {
              count: problems.length,
              defaultValue_one: 'Not read, {{count}} problem',
              defaultValue_other: 'Not read, {{count}} problems',
            })}
          </h5>
          <ul className={styles.list}>
            {problems.map((problem, index) => (
              <li key={index}>{fileProblemWords(t, problem)}</li>
            ))}
          </ul>
        </section>
      )}
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
        {isUsable && (
          <Button onClick={() => onApply(rules)}>
            {t('editors.import.apply', 'Import {{rules}}', { rules: rulesWords(t, rules.length) })}
          </Button>
        )}
      </Modal.ButtonRow>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 640, maxWidth: '92vw' }),
  list: css({ paddingLeft: theme.spacing(2.5), overflowWrap: 'anywhere' }),
  problems: css({
    maxHeight: '30vh',
    overflowY: 'auto',
    marginTop: theme.spacing(2),
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    h5: { margin: theme.spacing(0, 0, 0.5) },
  }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import type { FileRule } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { importPreview } from './importPreview';
import { overriddenWords, rulesWords, sheetFirstWords } from './importWords';

interface ImportedFileProps {
  rules: readonly FileRule[];
  stated: readonly MetricSources[] | undefined;
  /** The query that is the rule sheet: then the file does not count. */
  sheet: string | undefined;
  onRemove: () => void;
}

/** The rules that were imported, and whether they count. */
export function ImportedFile({ rules, stated, sheet, onRemove }: ImportedFileProps) {
  const styles = useStyles2(getStyles);
  const preview = useMemo(() => importPreview({ rules }, stated ?? []), [rules, stated]);
  const note = sheet === undefined ? stated && overriddenWords(t, preview) : sheetFirstWords(t, sheet);
  return (
    <div className={styles.line}>
      <span>{t('editors.file.imported', '{{rules}} imported', { rules: rulesWords(t, rules.length) })}</span>
      <Button size="sm" variant="secondary" fill="text" icon="trash-alt" onClick={onRemove}>
        {t('editors.file.remove', 'Remove')}
      </Button>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0, 1) }),
  note: css({ ...theme.typography.bodySmall, flexBasis: '100%', margin: 0, color: theme.colors.text.secondary }),
});

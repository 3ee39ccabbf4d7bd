import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';

import { t } from '../../locales/t';
import type { FileRule } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { agreedRules } from './agreedRules';
import { importPreview } from './importPreview';
import { overriddenWords, removalWords, rulesWords, sheetFirstWords } from './importWords';

interface ImportedFileProps {
  rules: readonly FileRule[];
  stated: readonly MetricSources[] | undefined;
  /** The query that is the rule sheet: then the file does not count. */
  sheet: string | undefined;
  onRemove: () => void;
}

/** The rules that were imported, and whether they count. Where some of them were agreed, it asks before they go. */
export function ImportedFile({ rules, stated, sheet, onRemove }: ImportedFileProps) {
  const styles = useStyles2(getStyles);
  const [isAsking, setIsAsking] = useState(false);
  const warnings = useMemo(() => removalWords(t, agreedRules(rules, stated ?? [])), [rules, stated]);
  const preview = useMemo(() => importPreview({ rules }, stated ?? []), [rules, stated]);
  const note = sheet === undefined ? stated && overriddenWords(t, preview) : sheetFirstWords(t, sheet);
  return (
    <div className={styles.line}>
      <span>{t('editors.file.imported', '{{rules}} imported', { rules: rulesWords(t, rules.length) })}</span>
      {!isAsking && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="trash-alt"
          onClick={warnings.length > 0 ? () => setIsAsking(true) : onRemove}
        >
          {t('editors.file.remove', 'Remove')}
        </Button>
      )}
      {isAsking && (
        <div role="group" aria-label={t('editors.file.remove', 'Remove')} className={styles.ask}>
          <div role="status">
            {warnings.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
          <Button size="sm" variant="destructive" onClick={onRemove}>
            {t('editors.file.remove-all', 'Remove {{rules}}', { rules: rulesWords(t, rules.length) })}
          </Button>
          <Button size="sm" variant="secondary" fill="text" onClick={() => setIsAsking(false)}>
            {t('editors.file.keep', 'Keep them')}
          </Button>
        </div>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0, 1) }),
  ask: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderLeft: `2px solid ${theme.colors.info.border}`,
    borderRadius: theme.shape.radius.default,
    '> div': { flexBasis: '100%' },
    p: { ...theme.typography.bodySmall, margin: 0 },
  }),
  note: css({ ...theme.typography.bodySmall, flexBasis: '100%', margin: 0, color: theme.colors.text.secondary }),
});

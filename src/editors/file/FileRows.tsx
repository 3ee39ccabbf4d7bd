import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import type { FileRule } from '../../tables/file/ruleFile';
import { rowAt } from '../form/formPlace';
import { formRequest } from '../form/formRequest';
import { RuleForm } from '../form/lateRuleForm';
import type { RawRule } from '../rawRule';
import { toRawRule } from '../rawRule';
import { useShelf } from '../shelf';
import { rowOfFile, withRow } from './fileRow';

interface FileRowsProps {
  /** The rule file that the panel keeps, as it was saved. */
  file: unknown;
  rules: readonly FileRule[];
  onChange: (file: unknown) => void;
}

/** A row that is not there yet. */
const NO_RULE: RawRule = {};

/**
 * The rules of the file that the panel keeps, of which one may be edited in a form. Opened by who comes from its card; a
 * metric without a row gets one with the first word.
 */
export function FileRows({ file, rules, onChange }: FileRowsProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const asked = rowAt(useShelf(formRequest)?.place);
  if (asked !== undefined && asked !== chosen) {
    setChosen(asked);
  }
  const row = chosen === undefined ? undefined : (rowOfFile(file, chosen) ?? NO_RULE);
  const names = new Set(rules.map(({ metric }) => metric.trim()));
  const isNew = chosen !== undefined && !names.has(chosen);
  return (
    <div className={styles.rows} role="group" aria-label={t('editors.file.rows', 'Rules of the file')}>
      <Field noMargin htmlFor={id} label={t('editors.file.row', 'Edit a rule of the file')}>
        <Combobox
          id={id}
          placeholder={t('editors.file.row-placeholder', 'Choose its row')}
          options={[
            ...rules.map(({ metric, rule }) => ({ value: metric.trim(), description: rule.owner })),
            ...(isNew ? [{ value: chosen, description: t('editors.file.new-row', 'A new row') }] : []),
          ]}
          value={chosen ?? null}
          onChange={({ value }) => setChosen(value)}
        />
      </Field>
      {row !== undefined && chosen !== undefined && (
        <div className={styles.form}>
          <RuleForm
            key={chosen}
            value={row}
            fileRow={chosen}
            onChange={(rule) => onChange(withRow(file, chosen, toRawRule(rule)))}
          />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'grid', gap: theme.spacing(1) }),
  form: css({
    paddingLeft: theme.spacing(1.5),
    borderLeft: `2px solid ${theme.colors.border.medium}`,
  }),
});

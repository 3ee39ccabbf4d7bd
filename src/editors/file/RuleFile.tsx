import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';

import { t } from '../../locales/t';
import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { sheetMetric } from '../../frames/sheetTable';
import { toCsv } from '../../tables/file/csvFile';
import { exampleRules } from './exampleRules';
import type { FileRule } from '../../tables/file/ruleFile';
import { readRuleFile, toRuleFile } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { namesRuledApart, storedRules } from '../../tables/file/storedRule';
import { nameList } from '../../words/nameList';
import { toYaml } from '../../tables/file/yamlFile';
import { FileRows } from './FileRows';
import { ImportedFile } from './ImportedFile';
import { ImportDialog } from './ImportDialog';
import { download } from '../../views/text/download';
import type { EditedPanel } from '../editedPanel';
import { editedPanel } from '../editedPanel';
import { MOST_BYTES } from './importLimit';
import { PasteDialog, pastedText } from './PasteDialog';
import { pasteDoor } from './pasteDoor';
import type { ImportContext, ImportReading } from './readImport';
import { readImport } from './readImport';
import { tellApart } from './tellApart';
import { useRemoval } from './useRemoval';
import { useShelf } from '../shelf';

interface RuleFileProps {
  /** The imported rules, as they were saved. */
  value: unknown;
  /** The panel's options: whether a query is the rule sheet, and how it writes fractions. */
  options: Record<string, unknown>;
  onChange: (value: unknown) => void;
}

/** What is about to be imported: a file that was chosen and read, or a text that is pasted. */
type Importing = { name: string; reading: ImportReading } | { pasted: string };

/**
 * The rules of a panel to a file and back: a template, export, import. Imported rules are kept in the panel, as the rule
 * sheet of a panel that has none among its queries.
 */
export default function RuleFile({ value, options, onChange }: RuleFileProps) {
  const styles = useStyles2(getStyles);
  const panel = useShelf(editedPanel);
  const stated = useMemo(() => panel?.stated && tellApart(t, panel.stated, metricsOf(panel)), [panel]);
  const apart = useMemo(() => namesRuledApart(stated ?? []), [stated]);
  const [importing, setImporting] = useState<Importing>();
  const sheet = typeof options.ruleSheet === 'string' ? options.ruleSheet || undefined : undefined;
  const [problem, setProblem] = useState<string>();
  const kept = useMemo(() => (value ? readRuleFile(value).rules : []), [value]);
  const { remove, undo } = useRemoval(value, kept.length, onChange);
  const context = useMemo(() => contextOf(panel, stated, options.decimalMark), [panel, stated, options.decimalMark]);

  const choose = async (file: File) => {
    setProblem(undefined);
    if (file.size > MOST_BYTES) {
      setProblem(t('editors.file.too-large', 'The file is larger than 5 MB. Choose a file of rules.'));
      return;
    }
    try {
      const { name } = file;
      setImporting({ name, reading: readImport({ name, bytes: await file.arrayBuffer() }, context) });
    } catch {
      setProblem(t('editors.file.unreadable', 'The file can’t be read. Choose it again.'));
    }
  };
  const close = () => setImporting(undefined);
  usePasteDoor(sheet === undefined, setImporting);
  const apply = (rules: readonly FileRule[]) => {
    onChange(toRuleFile(rules));
    close();
  };
  const dialog = { stated, panel, sheet, kept, onApply: apply, onClose: close };

  return (
    <div className={styles.frame}>
      <div
        className={styles.frame}
        role="group"
        aria-label={t('editors.file.title', 'Rule file')}
        onPaste={(event) => setImporting({ pasted: pastedText(event) })}
      >
        {kept.length > 0 && <ImportedFile rules={kept} stated={stated} sheet={sheet} onRemove={remove} />}
        {undo}
        <div className={styles.actions}>
          <ChooseFile onChoose={(file) => void choose(file)} />
          <Button size="sm" variant="secondary" icon="clipboard-alt" onClick={() => setImporting({ pasted: '' })}>
            {t('editors.file.paste', 'Paste…')}
          </Button>
          <ExportRules rules={() => storedRules(stated ?? [])} isEnabled={stated !== undefined} />
          <DownloadTemplate stated={stated} />
        </div>
        {apart.length > 0 && (
          <p className={styles.note}>
            {t(
              'editors.file.apart',
              'Metrics of the same name have different rules: {{names}}. A file has the first.',
              {
                names: nameList(t, apart),
              }
            )}
          </p>
        )}
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
      {kept.length > 0 && <FileRows file={value} rules={kept} onChange={onChange} />}
      {importing && 'pasted' in importing && <PasteDialog {...dialog} {...importing} context={context} />}
      {importing && 'name' in importing && (
        <ImportDialog {...dialog} source={<b>{importing.name}</b>} reading={importing.reading} />
      )}
    </div>
  );
}

/** Lets whoever writes the first rule paste a table instead, while that would count: beside a rule sheet it does not. */
function usePasteDoor(counts: boolean, open: (importing: Importing) => void) {
  useEffect(() => {
    pasteDoor.put(counts ? () => open({ pasted: '' }) : undefined);
    return () => pasteDoor.put(undefined);
  }, [counts, open]);
}

function DownloadTemplate({ stated }: { stated: EditedPanel['stated'] }) {
  return (
    <Button size="sm" variant="secondary" fill="text" icon="download-alt" onClick={() => downloadTemplate(stated)}>
      {t('editors.file.template', 'Template (CSV)')}
    </Button>
  );
}

function contextOf(
  panel: EditedPanel | undefined,
  stated: readonly MetricSources[] | undefined,
  decimalMark: unknown
): ImportContext {
  return {
    stated,
    metrics: panel ? metricsOf(panel).map(sheetMetric) : [],
    decimal: decimalMark === 'point' ? ('.' as const) : decimalMark === 'comma' ? (',' as const) : undefined,
  };
}

function metricsOf({ data }: EditedPanel): FieldMetric[] {
  const found = findMetrics(data.series);
  return typeof found === 'string' ? [] : found;
}

/** The panel's metrics to be filled in; where it has none, two rules as an example. */
function downloadTemplate(stated: readonly MetricSources[] = []) {
  const rules = storedRules(stated);
  download(toCsv(rules.length > 0 ? rules : exampleRules(t)), {
    name: 'protocol-rules-template.csv',
    type: 'text/csv',
  });
}

function ExportRules({ rules, isEnabled }: { rules: () => FileRule[]; isEnabled: boolean }) {
  const menu = (
    <Menu>
      <Menu.Item
        label={t('editors.file.csv', 'CSV')}
        description={t('editors.file.csv-description', 'For a spreadsheet')}
        onClick={() => download(toCsv(rules()), { name: 'protocol-rules.csv', type: 'text/csv' })}
      />
      <Menu.Item
        label={t('editors.file.yaml', 'YAML')}
        description={t('editors.file.yaml-description', 'For a repository')}
        onClick={() => download(toYaml(rules()), { name: 'protocol-rules.yaml', type: 'application/yaml' })}
      />
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button size="sm" variant="secondary" icon="download-alt" disabled={!isEnabled}>
        {t('editors.file.export', 'Export rules')}
      </Button>
    </Dropdown>
  );
}

function ChooseFile({ onChoose }: { onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('editors.file.choose', 'File of rules')}
        accept=".csv,.tsv,.txt,.yaml,.yml,.json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen once more, after it was mended.
          currentTarget.value = '';
          if (file) {
            onChoose(file);
          }
        }}
      />
      <Button size="sm" variant="secondary" icon="upload" onClick={() => input.current?.click()}>
        {t('editors.file.import', 'Import…')}
      </Button>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(1) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  note: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
  problem: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.error.text }),
});

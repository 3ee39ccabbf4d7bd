import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Modal, useStyles2 } from '@grafana/ui';
import type { ClipboardEvent, ReactNode } from 'react';
import { useId, useMemo } from 'react';

import { t } from '../../locales/t';
import type { FileRule } from '../../tables/file/ruleFile';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import type { MetricSources } from '../../tables/file/storedRule';
import type { EditedPanel } from '../editedPanel';
import { today } from '../form/today';
import { AgreedQuestion } from './AgreedQuestion';
import { ImportChanges } from './ImportChanges';
import { metricChanges } from './metricChanges';
import type { ImportHint } from './importHints';
import { importHints } from './importHints';
import { FoldedProblems, ImportProblems } from './ImportProblems';
import { importPreview, lostRules } from './importPreview';
import {
  cleanWords,
  doubtWords,
  lostWords,
  nothingWords,
  outrankedWords,
  pastWords,
  previewWords,
  replacedWords,
  rulesWords,
  understoodWords,
} from './importWords';
import type { ImportReading } from './readImport';
import { isOther, isWithoutHeaders } from './withoutHeaders';
import type { AgreedMetrics } from './useAgreedImport';
import { useAgreedImport } from './useAgreedImport';

export interface ImportDialogProps {
  /** What the rules are from: the name of a file, or an input. */
  source: ReactNode;
  /** Undefined where there is nothing to read yet. */
  reading: ImportReading | undefined;
  stated: readonly MetricSources[] | undefined;
  /** The query that is the rule sheet, where there is one. */
  sheet: string | undefined;
  /** What was imported before, and goes. */
  kept: readonly FileRule[];
  /** What the panel tells of its data. */
  panel: EditedPanel | undefined;
  onApply: (rules: readonly FileRule[]) => void;
  onClose: () => void;
  onPaste?: (event: ClipboardEvent) => void;
}

const NONE: readonly FileRule[] = [];
const NO_NAMES: readonly string[] = [];

/** What rules would change, and what can't be used of them, before they are imported. */
export function ImportDialog({ source, reading, onPaste, ...props }: ImportDialogProps) {
  const styles = useStyles2(getStyles);
  const { stated, sheet, kept, onApply, onClose } = props;
  const rules = reading?.rules ?? NONE;
  const known = useMemo(() => knownMetrics(stated, kept), [stated, kept]);
  const unclean = reading?.unclean ?? NO_NAMES;
  const clean = useMemo(() => withoutUnclean(rules, unclean, kept), [rules, unclean, kept]);
  // Where a query is the rule sheet, imported rules change nothing.
  const files = useMemo(
    () => (sheet === undefined ? [rules, clean].filter(({ length }) => length > 0) : []),
    [sheet, rules, clean]
  );
  const { asked, decision, decide, toKeep } = useAgreedImport(files, known, today());
  const isUndecided = asked !== undefined && decision === undefined;
  const cleanCount = rules.length - unclean.length;
  const problemsId = useId();
  const hints = useMemo(() => (reading ? importHints(t, reading) : []), [reading]);
  return (
    <Modal isOpen title={t('editors.import.title', 'Import rules')} onDismiss={onClose} className={styles.dialog}>
      <div onPaste={onPaste}>
        {source}
        <p role="status">{reading && <Understood reading={reading} hints={hints} problemsId={problemsId} />}</p>
        {asked && <AgreedQuestion metrics={asked} decision={decision} onDecide={decide} />}
        {reading && rules.length > 0 && (
          <Preview {...props} known={known} asked={asked} reading={reading} toKeep={toKeep} />
        )}
        {reading && <Problems id={problemsId} reading={reading} hints={hints} />}
        <Modal.ButtonRow
          // There in any case, or the buttons beside it would be others once it has been answered.
          leftItems={
            <span>{isUndecided && t('editors.import.undecided', 'First choose above from when on it counts.')}</span>
          }
        >
          <Button variant="secondary" fill="outline" onClick={onClose}>
            {t('editors.import.cancel', 'Cancel')}
          </Button>
          {cleanCount > 0 && cleanCount < rules.length && (
            <Button variant="secondary" disabled={isUndecided} onClick={() => onApply(toKeep(clean))}>
              {t('editors.import.apply-clean', 'Import only the clean: {{rules}}', {
                rules: rulesWords(t, cleanCount),
              })}
            </Button>
          )}
          {rules.length > 0 && (
            <Button disabled={isUndecided} onClick={() => onApply(toKeep(rules))}>
              {t('editors.import.apply', 'Import {{rules}}', { rules: rulesWords(t, rules.length) })}
            </Button>
          )}
        </Modal.ButtonRow>
      </div>
    </Modal>
  );
}

/**
 * The metrics of the panel, and what was imported before for others: in an editor that shows a table in the place of the
 * panel no more is known, and a metric may be without data at the time.
 */
function knownMetrics(stated: readonly MetricSources[] = [], kept: readonly FileRule[]): MetricSources[] {
  const names = stated.map(({ metric }) => ({ name: metric }));
  const others = kept.filter((rule) => rulesOfFile([rule], names).rules.every((found) => found === undefined));
  return [...stated, ...others.map(({ metric, rule }) => ({ metric, sources: { sheet: rule } }))];
}

/** The rules that can be used as they are written; in the place of the others, what was imported before stays. */
function withoutUnclean(
  rules: readonly FileRule[],
  unclean: readonly string[],
  kept: readonly FileRule[]
): readonly FileRule[] {
  const before = new Map(kept.map((rule) => [rule.metric.trim(), rule]));
  return rules.flatMap((rule) => (unclean.includes(rule.metric) ? (before.get(rule.metric.trim()) ?? []) : rule));
}

interface ProblemsProps {
  id: string;
  reading: ImportReading;
  hints: readonly ImportHint[];
}

function Problems({ id, reading, hints }: ProblemsProps) {
  const { problems } = reading;
  if (isWithoutHeaders(reading)) {
    // Its columns have no names that could be wrong.
    const others = problems.filter(
      (one) => isOther(one) && (one.code !== 'sheet' || one.problem.code !== 'unknownColumn')
    );
    return others.length > 0 ? <FoldedProblems problems={others} /> : null;
  }
  return problems.length + hints.length > 0 ? <ImportProblems id={id} problems={problems} hints={hints} /> : null;
}

interface UnderstoodProps {
  reading: ImportReading;
  hints: readonly ImportHint[];
  problemsId: string;
}

/** How much was found, and what of it is not as it should be: that is listed at the end. */
function Understood({ reading, hints, problemsId }: UnderstoodProps) {
  const styles = useStyles2(getStyles);
  // What else was read of a table without headers says nothing.
  const isRead = !isWithoutHeaders(reading);
  const doubts = isRead ? doubtWords(t, reading.problems, hints) : undefined;
  const size = isRead ? understoodWords(t, reading.table) : undefined;
  const found = reading.rules.length > 0 ? rulesWords(t, reading.rules.length) : nothingWords(t, reading);
  return (
    <>
      <b>{found}</b>
      {size && <> ({size})</>}
      {doubts !== undefined && (
        <Button
          className={styles.doubts}
          size="sm"
          variant="secondary"
          fill="outline"
          icon="exclamation-triangle"
          onClick={() => document.getElementById(problemsId)?.focus()}
        >
          {doubts}
        </Button>
      )}
    </>
  );
}

interface PreviewProps extends Pick<ImportDialogProps, 'stated' | 'panel' | 'sheet' | 'kept'> {
  known: readonly MetricSources[];
  /** The metrics that somebody is asked about, because they were agreed. */
  asked?: AgreedMetrics;
  reading: ImportReading;
  toKeep: (rules: readonly FileRule[]) => readonly FileRule[];
}

function Preview({ reading, stated, known, asked, panel, sheet, kept, toKeep }: PreviewProps) {
  const styles = useStyles2(getStyles);
  const rules = useMemo(() => toKeep(reading.rules), [toKeep, reading.rules]);
  const lost = useMemo(() => {
    const all = sheet === undefined ? lostRules(rules, known) : [];
    return all.filter((name) => !asked?.ended.includes(name));
  }, [rules, known, sheet, asked]);
  const preview = useMemo(() => {
    const whole = stated && importPreview({ rules, blank: reading.blank }, stated, panel);
    return whole && { ...whole, without: whole.without.filter((name) => !lost.includes(name)) };
  }, [rules, reading.blank, stated, panel, lost]);
  const changes = useMemo(() => {
    const formats = panel?.protocol?.metrics.map(({ formatLevel }) => formatLevel);
    return sheet === undefined ? metricChanges(rules, known, formats) : [];
  }, [rules, known, panel?.protocol, sheet]);
  const outranked = preview && outrankedWords(t, preview, sheet);
  const past = pastWords(t, changes, { asked: asked?.changed, today: today().date });
  const replaced = replacedWords(t, kept.length, lost);
  return (
    <>
      {[outranked, lostWords(t, lost)].map(
        (words) =>
          words !== undefined && (
            <p key={words} className={styles.first}>
              <b>{words}</b>
            </p>
          )
      )}
      <ul className={styles.list} aria-label={t('editors.import.effect', 'What the import does')}>
        <li>{cleanWords(t, reading.rules.length, reading.unclean ?? [])}</li>
        {preview && previewWords(t, preview, sheet).map((words) => <li key={words}>{words}</li>)}
        {past !== undefined && <li>{past}</li>}
        {replaced !== undefined && <li>{replaced}</li>}
      </ul>
      {changes.length > 0 && <ImportChanges changes={changes} />}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 680, maxWidth: '92vw' }),
  doubts: css({ marginLeft: theme.spacing(1) }),
  first: css({ overflowWrap: 'anywhere' }),
  list: css({ paddingLeft: theme.spacing(2.5), marginBottom: theme.spacing(2), overflowWrap: 'anywhere' }),
});

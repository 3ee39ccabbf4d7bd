import { partition } from 'lodash';

import { readCsv } from '../../tables/file/csvFile';
import type { RuleFileReading } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { saysSomething, storedRule } from '../../tables/file/storedRule';
import { readYaml } from '../../tables/file/yamlFile';
import { isGlob, matchesGlob, toGlob } from '../../tables/sheet/glob';
import type { SheetMetric } from '../../tables/sheet/sheetRules';
import type { SheetOptions } from '../../tables/sheet/table';
import { fieldsOf } from '../../rule/fields';
import type { Severity } from '../../rule/level';
import type { ValueUnit } from '../../rule/cells/units';
import { withMisspelt, withMistakes } from './importMistakes';

/** A file as somebody chose it. */
export interface ChosenFile {
  name: string;
  bytes: ArrayBuffer;
}

/** What was read to be imported. Each of its rules says something. */
export interface ImportReading extends RuleFileReading {
  /** The metrics or globs with nothing beside them: rows of a template that nobody filled in. */
  blank: readonly string[];
}

/** What is known of the panel that a file is for. */
export interface ImportContext extends SheetOptions {
  metrics: readonly SheetMetric[];
  /** What else states the rules of its metrics; left out where that is not known. */
  stated?: readonly MetricSources[];
}

/** Reads a file of rules as CSV, YAML or JSON: by the end of its name, else by how it begins. Never throws. */
export function readImport({ name, bytes }: ChosenFile, context: ImportContext): ImportReading {
  return readText(decodeText(bytes), context, name);
}

/**
 * Reads rules that were pasted, as a file of them: what a spreadsheet puts on the clipboard, CSV, YAML or JSON. Never
 * throws.
 *
 * @param name - Of the file that the text is from, where there is one: its end says what it is.
 */
export function readText(text: string, { metrics, stated, ...options }: ImportContext, name = ''): ImportReading {
  const unit = (metric: string) => unitOf(metric, metrics);
  const reading = isYaml(name, text)
    ? withMisspelt(
        readYaml(text, unit, (metric) => levelsBeside(metric, stated ?? [])),
        metrics
      )
    : readCsv(text, { ...options, unitOf: unit, metrics });
  return withMistakes(withoutBlank(reading), stated);
}

/** A blank row is no rule: it must not stand before a glob that says something of its metric. */
function withoutBlank({ rules, unclean = [], ...reading }: RuleFileReading): ImportReading {
  const [filled, blank] = partition(rules, saysSomething);
  const names = new Set(filled.map(({ metric }) => metric));
  const left = unclean.filter((metric) => names.has(metric));
  return {
    ...reading,
    rules: filled,
    blank: blank.map(({ metric }) => metric),
    ...(left.length > 0 && { unclean: left }),
  };
}

/** Spreadsheets save UTF-8, UTF-16 ("Unicode text") or the code page of Windows ("CSV"), and seldom say which. */
export function decodeText(bytes: ArrayBuffer): string {
  const wide = wideEncoding(new Uint8Array(bytes));
  if (wide) {
    return new TextDecoder(wide).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 says so at its beginning, or has a zero beside its first character. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second > 0) ? 'utf-16be' : undefined;
}

/** A line that no table has: the file's version, its list, the first field of a rule. */
const YAML_LINE = /^\uFEFF?(?:protocolRules|rules) *:|^ *- +metric *:/m;

function isYaml(name: string, text: string): boolean {
  if (/\.(ya?ml|json)$/i.test(name)) {
    return true;
  }
  return !/\.(csv|tsv)$/i.test(name) && (/^\s*\{/.test(text) || YAML_LINE.test(text));
}

/** The levels that a metric has without the file; of a glob, those that any of its metrics has. */
function levelsBeside(name: string, stated: readonly MetricSources[]): readonly Severity[] {
  const glob = toGlob(name);
  const rules = stated
    .filter(({ metric }) => metric.trim() === name || (isGlob(name) && matchesGlob(glob, toGlob(metric.trim()))))
    .map(({ sources }) => storedRule({ ...sources, sheet: undefined }));
  return fieldsOf('level').filter((level) => rules.some((rule) => rule[level] !== undefined));
}

/** The unit of a metric; of a glob, the one that all of its metrics have. */
function unitOf(name: string, metrics: readonly SheetMetric[]): ValueUnit | undefined {
  const own = metrics.filter((metric) => metric.name.trim() === name);
  const glob = toGlob(name);
  const fitting =
    own.length === 0 && isGlob(name) ? metrics.filter((metric) => matchesGlob(glob, toGlob(metric.name.trim()))) : own;
  return fitting.every(({ unit }) => unit === fitting[0].unit) ? fitting[0] : undefined;
}

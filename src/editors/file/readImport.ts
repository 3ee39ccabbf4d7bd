import { readCsv } from '../../tables/file/csvFile';
import type { RuleFileReading } from '../../tables/file/ruleFile';
import { readYaml } from '../../tables/file/yamlFile';
import { isGlob, matchesGlob, toGlob } from '../../tables/sheet/glob';
import type { SheetMetric } from '../../tables/sheet/sheetRules';
import type { SheetOptions } from '../../tables/sheet/table';
import type { ValueUnit } from '../../rule/cells/units';

/** A file as somebody chose it. */
export interface ChosenFile {
  name: string;
  bytes: ArrayBuffer;
}

/** What is known of the panel that a file is for. */
export interface ImportContext extends SheetOptions {
  metrics: readonly SheetMetric[];
}

/** Reads a file of rules as CSV, YAML or JSON: by the end of its name, else by how it begins. Never throws. */
export function readImport({ name, bytes }: ChosenFile, { metrics, ...options }: ImportContext): RuleFileReading {
  const text = decodeText(bytes);
  const unit = (metric: string) => unitOf(metric, metrics);
  return isYaml(name, text) ? readYaml(text, unit) : readCsv(text, { ...options, unitOf: unit });
}

/** Spreadsheets save UTF-8, UTF-16 ("Unicode text") or the code page of Windows ("CSV"), and seldom say which. */
export function decodeText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isYaml(name: string, text: string): boolean {
  if (/\.(ya?ml|json)$/i.test(name)) {
    return true;
  }
  return !/\.(csv|tsv)$/i.test(name) && (/^\s*\{/.test(text) || /^protocolRules\s*:/m.test(text));
}

/** The unit of a metric; of a glob, the one that all of its metrics have. */
function unitOf(name: string, metrics: readonly SheetMetric[]): ValueUnit | undefined {
  const own = metrics.filter((metric) => metric.name.trim() === name);
  const glob = toGlob(name);
  const fitting =
    own.length === 0 && isGlob(name) ? metrics.filter((metric) => matchesGlob(glob, toGlob(metric.name.trim()))) : own;
  return fitting.every(({ unit }) => unit === fitting[0].unit) ? fitting[0] : undefined;
}

import type { SheetProblem } from '../tables/sheet/table';
import type { MetricProtocol, Protocol, SheetFindings, UnmatchedRule } from './protocol';

/**
 * The protocol with what was found in the panel's sheets. Metrics without a row are named where nothing else makes a
 * rule for them; rows that match nothing, where no query failed that might have returned what they are for.
 */
export function withSheetFindings(protocol: Protocol, found: SheetFindings | undefined): Protocol {
  if (!found) {
    return protocol;
  }
  const ruled = new Set(protocol.metrics.filter(hasRule).map(({ name }) => name));
  const isComplete = protocol.errors.length === 0;
  const rules = found.rules.filter(({ code, found: name }) =>
    code === 'noRow' ? !ruled.has(name) : code !== 'matchesNothing' || isComplete
  );
  return { ...protocol, sheets: { ...found, rules }, unmatched: unmatchedRows(rules) };
}

/** Whether there is anything to be said of a panel's sheets. */
export function hasFindings(found: SheetFindings | undefined): boolean {
  return Object.values(found ?? {}).some((problems) => problems?.length);
}

function hasRule({ kind }: MetricProtocol): boolean {
  return kind === 'ruled' || kind === 'context';
}

function unmatchedRows(problems: readonly SheetProblem[]): UnmatchedRule[] {
  const names = new Set(problems.filter(({ code }) => code === 'matchesNothing').map(({ found }) => found));
  return [...names].map((name) => ({ name, source: 'sheet' }));
}

import type { RuleSources } from '../rule/sources';
import type { MetricSources } from '../tables/file/storedRule';
import type { RuledMetric } from './buildProtocol';
import type { CompiledRule } from './compileRules';
import { RuleCompiler } from './compileRules';
import type { ReadSheets, SheetSources, StatedByAlerts } from './input';
import type { Pair } from './pairMetrics';
import type { SheetFindings } from './protocol';

/** A metric with what its rule is merged from. */
export interface StatedMetric extends MetricSources {
  /** The metric's. */
  id: string;
}

/** The metrics of a panel with their rules. */
export interface Ruled {
  ruled: readonly RuledMetric[];
  /** What each rule was merged from, as it is stored: for the editor alone, and so put together when it is asked for. */
  stated: () => StatedMetric[];
  /** What was found in the panel's sheets; undefined where it has none. */
  found?: SheetFindings;
}

/**
 * Gives each metric of a panel its rule, merged from what its field states, the panel's sheets and linked alert rules. Where nothing
 * else is stated than before, each has the very rule that it had.
 */
export class MetricRules {
  private readonly compiler = new RuleCompiler();
  private readonly rows = new SheetRows();

  of(pairs: readonly Pair[], sheets?: ReadSheets, statedByAlerts?: StatedByAlerts): Ruled {
    const { rules, rows, found }: Partial<SheetSources> = sheets ? this.rows.of(pairs, sheets) : {};
    const alerts = statedByAlerts?.(pairs, rules);
    const compiled = this.compiler.compile(
      pairs.map(({ metric: { id, unit }, affixes, rule }, index) => ({
        id,
        rule,
        sheet: rules?.[index],
        alert: alerts?.[index],
        unit: () => ({ unit, affixes: affixes?.() }),
      }))
    );
    return {
      ruled: pairs.map(({ metric, format, formatLevel, color, inView, judged }, index) => ({
        metric,
        history: compiled[index].history,
        format,
        formatLevel,
        color,
        inView,
        judged,
        row: rows?.[index],
      })),
      stated: () =>
        pairs.map((pair, index) => ({
          id: pair.metric.id,
          metric: pair.metric.name,
          sources: sourcesOf(pair, compiled[index]),
        })),
      found,
    };
  }
}

function sourcesOf({ rule }: Pair, { sources }: CompiledRule): RuleSources {
  return 'versions' in rule ? sources : { ...sources, interpolate: rule.interpolate };
}

/** Finds the rows of a panel's metrics in its sheets: once for metrics of the same names and units. */
class SheetRows {
  private former?: { sheets: ReadSheets; pairs: readonly Pair[]; sources: SheetSources };

  of(pairs: readonly Pair[], sheets: ReadSheets): SheetSources {
    const { former } = this;
    const isSame = former?.sheets === sheets && areAlike(former.pairs, pairs);
    const sources = isSame
      ? former.sources
      : sheets.rulesOf(pairs.map(({ metric: { name, unit }, affixes }) => ({ name, unit, affixes: affixes?.() })));
    this.former = { sheets, pairs, sources };
    return sources;
  }
}

function areAlike(former: readonly Pair[], pairs: readonly Pair[]): boolean {
  return (
    former.length === pairs.length &&
    pairs.every(
      ({ metric }, index) => metric.name === former[index].metric.name && metric.unit === former[index].metric.unit
    )
  );
}

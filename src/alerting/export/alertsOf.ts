import { isEqual } from 'lodash';

import type { FoundPanel, FoundQuery, StatedFields } from '../../frames/foundPanel';
import { PROTOCOL_PANEL } from '../../frames/foundPanel';
import { TEXT_FIELDS } from '../../rule/fields';
import { mergeHistory } from '../../rule/history';
import { ruleKind } from '../../rule/kind';
import type { Severity } from '../../rule/level';
import type { Rule, RuleHistory } from '../../rule/rule';
import { stackOverrides } from '../../rule/stackOverrides';
import { readRuleFile } from '../../tables/file/ruleFile';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import type { Alert, AskedQuery, AskedVolume, Exported, Home, Refusal, RefusalCode } from './alert';
import { asksDashboard, asksGrafana, isPrometheus, isStreaming } from './dataSources';
import { nameOf } from './nameOf';
import type { Group, SeenMetric } from './seriesOf';
import { groupSeries } from './seriesOf';
import { statedNative } from './statedNative';
import { asksForView, fillStep, stepOf } from './step';
import type { Template } from './template';
import { readTemplate } from './template';
import { uidOf } from './uid';
import type { Variables } from './variables';
import { fillModel, fillVariables, joinForPromQl } from './variables';

/** A panel whose rules are to be exported. */
export interface PanelToExport {
  panel: FoundPanel;
  dashboard: { uid?: string; title: string };
  variables: Variables;
  /** Whether somebody narrows all queries by filters of their own. */
  isFiltered: boolean;
  repeat: Readonly<Record<string, string>>;
  /** The moment at which rules with dates are taken, epoch ms; undefined: a rule with dates is refused. */
  at?: number;
  /** What is in the panel's data; undefined where nobody has asked. */
  seen?: readonly SeenMetric[];
  /** The queries, by refId, whose data source no alert rule can ask, where that is known. */
  withoutAlerts?: readonly string[];
}

/** What is wrong with a thing, without where it stands. */
type Found = Omit<Refusal, 'home'>;

/**
 * The alerts of a panel: one for each level of each rule, whatever it is exported to, and what can't be one. Pure: the
 * same panel gives the same alerts.
 */
export function alertsOf(input: PanelToExport): Exported<Alert> {
  const { panel, dashboard } = input;
  if (panel.type !== PROTOCOL_PANEL) {
    const isElsewhere = panel.library?.isKnown === false;
    return { made: [], refused: isElsewhere ? [{ code: 'libraryPanel', home: homeOf(input) }] : [] };
  }
  const queries = panel.queries.filter((query) => !query.isHidden && !isSheet(query, panel));
  const problem = problemOfPanel(input, queries);
  if (problem || panel.id === undefined || dashboard.uid === undefined) {
    return { made: [], refused: [{ ...(problem ?? { code: 'noAddress' }), home: homeOf(input) }] };
  }
  const home = { ...homeOf(input), dashboardUid: dashboard.uid, panelId: panel.id };
  const found = queries.map((query) => new QueryExport(input, home, query).tell());
  return { made: found.flatMap(({ made }) => made), refused: found.flatMap(({ refused }) => refused) };
}

function homeOf({ panel, dashboard, repeat, variables }: PanelToExport) {
  const fill = (text: string) => fillVariables(text, variables, (values) => values.join(' + ')).text;
  return { dashboardTitle: dashboard.title, panelId: panel.id, panelTitle: fill(panel.title), repeat };
}

function isSheet({ refId }: FoundQuery, { sheets }: FoundPanel): boolean {
  return refId === sheets.ruleSheet || refId === sheets.directory;
}

function problemOfPanel(
  { panel, dashboard, isFiltered, seen }: PanelToExport,
  queries: readonly FoundQuery[]
): Found | undefined {
  const sources = new Set(queries.map(({ dataSource }) => JSON.stringify([dataSource.uid, dataSource.name])));
  const isFor = (code: RefusalCode, is: boolean): Found[] => (is ? [{ code }] : []);
  return [
    // Groups and folders of rules are called after it, and Grafana takes no group without a folder.
    ...isFor('noTitle', dashboard.title.trim() === ''),
    ...isFor('libraryPanel', panel.library?.isKnown === false),
    ...isFor(
      'transformations',
      panel.transformations.some((one) => !isDisabled(one))
    ),
    ...isFor('dashboardSource', queries.some(asksDashboard)),
    ...isFor('mixedSources', sources.size > 1),
    ...isFor('streaming', queries.some(isStreaming)),
    ...isFor('adHocFilters', isFiltered),
    ...isFor('ruleSheet', typeof panel.sheets.ruleSheet === 'string' && panel.sheets.ruleSheet !== '' && !seen),
  ].at(0);
}

function isDisabled(transformation: unknown): boolean {
  return typeof transformation === 'object' && transformation !== null && 'disabled' in transformation
    ? transformation.disabled === true
    : false;
}

/** The alerts of one query. */
class QueryExport {
  private readonly refused: Refusal[] = [];
  private readonly stepMs: number;

  constructor(
    private readonly input: PanelToExport,
    private readonly home: Home,
    private readonly query: FoundQuery
  ) {
    this.stepMs = stepOf(input.panel);
  }

  tell(): Exported<Alert> {
    const { panel, seen } = this.input;
    const grouping = groupSeries(this.query, panel, seen);
    if (grouping.undecided !== undefined) {
      return this.refuse({ code: 'overrideMatcher', found: grouping.undecided });
    }
    const made = grouping.groups.flatMap((group) => this.ofGroup(group));
    return { made, refused: this.refused };
  }

  private refuse(found: Found): Exported<Alert> {
    const about = found.about ?? this.query.refId;
    this.refused.push({ home: this.home, ...found, about });
    return { made: [], refused: this.refused };
  }

  private ofGroup(group: Group): Alert[] {
    const about = group.name ?? this.input.panel.title;
    const states = statesOf(this.input.panel, group);
    const row = group.row ?? this.rowOfFile(group);
    if (row === 'undecided') {
      this.refuse({ code: 'ruleFile', about });
      return [];
    }
    const history = mergeHistory({
      override: stackOverrides(group.overrides.flatMap(({ states: { rule } }) => (rule === undefined ? [] : [rule]))),
      sheet: row,
      default: this.input.panel.defaults.rule,
      thresholds: statedNative(states),
      unit: { unit: typeof states.unit === 'string' ? states.unit : undefined },
      interpolate: (text) => fillVariables(text, this.input.variables, (values) => values.join(' + ')).text,
    });
    const rule = this.inForce(history);
    if (rule === 'dated') {
      this.refuse({ code: 'validFrom', about });
      return [];
    }
    const found = problemsOfRule(rule);
    found.forEach((one) => this.refuse({ ...one, about }));
    if (found.length > 0 || ruleKind(rule) !== 'ruled' || rule.levels.length === 0) {
      return [];
    }
    const query = this.askedQuery(this.query, about);
    const volume = query && rule.minVolume !== undefined ? this.volume(rule, about) : undefined;
    if (!query || (rule.minVolume !== undefined && !volume)) {
      return [];
    }
    return rule.levels.map((level) => ({
      uid: uidOf({
        home: this.home,
        refId: this.query.refId,
        series: group.series,
        severity: level.severity,
        key: rule.text.key?.value,
      }),
      home: this.home,
      ...(group.name !== undefined && { name: group.name }),
      severity: level.severity,
      level,
      rule,
      query,
      series: group.series,
      stepMs: this.stepMs,
      ...(rule.staleAfterMs !== undefined && { holdMs: rule.staleAfterMs }),
      settleMs: rule.settleAfterMs ?? 0,
      ...(volume && { volume }),
      texts: textsOf(rule),
      ...(typeof states.unit === 'string' && { unit: states.unit }),
    }));
  }

  /** The rule that is in force for good; `dated` where it is to change, or where nobody said which moment counts. */
  private inForce({ versions }: RuleHistory): Rule | 'dated' {
    const newest = versions[versions.length - 1];
    const { at } = this.input;
    const isSettled = newest.validFrom === undefined || (at !== undefined && newest.validFrom <= at);
    return isSettled ? newest.rule : 'dated';
  }

  /** The row of the rule file that the panel keeps; `undecided` where the names of the series are not known. */
  private rowOfFile({ name }: Group) {
    const { sheets } = this.input.panel;
    if (this.input.seen || sheets.ruleFile === undefined || sheets.ruleSheet !== undefined) {
      return undefined;
    }
    return name === undefined ? 'undecided' : rulesOfFile(readRuleFile(sheets.ruleFile).rules, [{ name }]).rules[0];
  }

  private askedQuery(query: FoundQuery, about: string): AskedQuery | undefined {
    const { variables } = this.input;
    const source = fillModel({ uid: query.dataSource.uid ?? '' }, variables, () => undefined);
    const uid = String(source.model.uid);
    if (uid === '' || source.unknown.length > 0 || uid.includes('$')) {
      this.refuse({ code: 'sourceUnknown', about });
      return undefined;
    }
    if (asksGrafana(query) || this.input.withoutAlerts?.includes(query.refId)) {
      this.refuse({ code: 'sourceWithoutAlerts', about });
      return undefined;
    }
    const isProm = isPrometheus(query.dataSource.type);
    const { model, unknown } = fillModel(query.model, variables, isProm ? joinForPromQl : () => undefined);
    if (unknown.length > 0) {
      this.refuse({ code: 'variable', about, found: unknown.join(', ') });
      return undefined;
    }
    const { expr } = model;
    if (typeof expr === 'string' && asksForView(expr)) {
      this.refuse({ code: 'viewRange', about });
      return undefined;
    }
    const filled = typeof expr === 'string' && isProm ? { ...model, expr: fillStep(expr, this.stepMs) } : model;
    return { ...query, dataSource: { ...query.dataSource, uid }, model: filled };
  }

  private volume(rule: Rule, about: string): AskedVolume | undefined {
    const { panel } = this.input;
    const wanted = readTemplate(rule.text.volumeSeries?.value ?? '');
    const found = panel.queries
      .filter(({ isHidden }) => !isHidden)
      .find((query) => isEqual(nameOf(query, panel), wanted));
    const query = found && this.askedQuery(found, about);
    if (!query) {
      this.refuse({ code: 'volumeSeries', about, found: rule.text.volumeSeries?.value });
      return undefined;
    }
    const on = wanted.flatMap((part) => (typeof part === 'string' ? [] : [part.label]));
    return { query, least: rule.minVolume ?? 0, series: { kind: 'all' }, on };
  }
}

/** What is stated for the series of a group, each field by the last that states it. */
function statesOf({ defaults }: FoundPanel, { overrides }: Group): StatedFields {
  return overrides.reduce((all, { states }) => ({ ...all, ...states }), defaults);
}

/** What of a rule no engine can say; nothing where it has no levels at all. */
function problemsOfRule(rule: Rule): Found[] {
  const kind = ruleKind(rule);
  if (kind === 'context' || kind === 'unruled') {
    return [];
  }
  const severities = rule.levels.map(({ severity }) => severity);
  if (kind === 'levelOnly') {
    return severities.length > 0 ? [{ code: 'levelOnly' }] : unreadable(rule);
  }
  const isLate = rule.due !== undefined || rule.unreadAge !== undefined;
  const needsLevels = severities.length + rule.unreadable.length > 0;
  return [...unreadable(rule), ...(isLate && needsLevels ? [{ code: 'due' as const }] : [])];
}

function unreadable({ unreadable: severities, problems }: Rule): Found[] {
  return severities.map((severity: Severity) => {
    const percent = problems.find(({ field, code }) => field === severity && code === 'percentWithoutRange');
    const { found, field } = percent ?? problems.find((one) => one.field === severity) ?? problems[0] ?? {};
    return {
      code: percent ? 'percentage' : 'unreadable',
      severity,
      ...(found !== undefined && { found }),
      ...(field !== undefined && field !== 'rule' && { field }),
    };
  });
}

function textsOf({ text }: Rule): Alert['texts'] {
  const texts: Partial<Record<(typeof TEXT_FIELDS)[number], Template>> = {};
  for (const field of TEXT_FIELDS) {
    const value = text[field]?.value;
    if (value !== undefined) {
      texts[field] = readTemplate(value);
    }
  }
  return texts;
}

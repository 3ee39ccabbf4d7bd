import type { ReactNode } from 'react';

import type { Samples, Span } from '../../evaluation/evaluation';
import { levelFormatter } from '../../frames/levelFormat';
import { isRange, OPERATORS } from '../../rule/condition';
import type { Operator } from '../../rule/level';
import { problemParts } from '../../words/problemWords';
import type { RuleField } from '../../rule/fields';
import { fieldsOf } from '../../rule/fields';
import type { Problem, RuleSource } from '../../rule/rule';
import { readRuleInput } from '../../rule/read';
import { mergeRule } from '../../rule/sources';
import type { Format } from '../../words/conditionWords';
import type { Translate } from '../../words/translate';
import { readNativeThresholds } from '../../frames/nativeThresholds';
import { sheetMetric } from '../../frames/sheetTable';
import type { Inherited } from './inherited';
import type { RawRule } from '../rawRule';
import { getRaw, isBlank, setRaw, toRawRule } from '../rawRule';
import type { FormScope } from './useFormScope';
import type { FormVersions } from './useVersions';

/** What the inputs of a form share: one version of a rule, what it inherits, and what is wrong with it. */
export interface FormModel {
  raw: RawRule;
  /** The id of a field's input. */
  idOf: (field: RuleField) => string;
  get: (field: RuleField) => unknown;
  /** @param inputId - Of a field that has several inputs: into which it was typed. */
  set: (field: RuleField, value: unknown, inputId?: string) => void;
  /** The version is only to be read. */
  isLocked: boolean;
  /** What is asked about a change, and beside which input; undefined: beside none. */
  ask?: { inputId?: string; node: ReactNode };
  inherited: (field: RuleField) => Inherited | undefined;
  /** What is wrong with a field, and how to mend it. */
  problem: (field: RuleField | 'rule') => string | undefined;
  /** The operator in force, own or inherited; undefined where none is stated. */
  operator?: Operator;
  /** Whether the first inputs ask for how long new values still change: elsewhere it is asked among the others. */
  asksSettling: boolean;
  /** What was seen of the metric, where the rule is for one alone. */
  seen?: { samples: Samples; span: Span };
  /** Whether the levels have two bounds. */
  isRange: boolean;
  /** How the levels of the first metric are told. */
  formatLevel?: Format;
  /** The names of all metrics of the panel. */
  seriesNames: readonly string[];
}

interface ModelInput {
  /** The rule as it is stored. */
  value: unknown;
  idPrefix: string;
  scope: FormScope;
  isLocked: boolean;
  asksSettling: boolean;
  ask: FormModel['ask'];
  onChange: FormVersions['change'];
  t: Translate;
}

/** The model of a form's inputs. */
export function toFormModel(input: ModelInput): FormModel {
  const { value: stored, idPrefix, scope, isLocked, asksSettling, ask, onChange, t } = input;
  const raw = toRawRule(stored);
  const problems = findProblems(stored, scope);
  const operator = operatorOf(raw, scope);
  const idOf = (field: RuleField) => `${idPrefix}-${field}`;
  return {
    raw,
    isLocked,
    ask,
    idOf,
    get: (field) => getRaw(raw, field),
    set: (field, value, inputId = idOf(field)) => onChange(setRaw(raw, field, value), { field, inputId }),
    inherited: scope.inherited,
    problem: (field) => {
      const found = problems.filter((problem) => problem.field === field);
      return found.length > 0 ? found.map((problem) => mendWords(t, problem)).join(' ') : undefined;
    },
    operator,
    asksSettling,
    seen: seenOf(scope),
    isRange: operator ? isRange(operator) : Array.isArray(raw.critical) || Array.isArray(raw.warning),
    formatLevel: scope.metrics[0] && levelFormatter(scope.metrics[0].field, scope.panel?.timeZone),
    seriesNames: scope.all.map(({ name }) => name),
  };
}

/** What is wrong, and how to mend it. Beside its input a problem need not say where it is. */
export function mendWords(t: Translate, problem: Problem): string {
  const { where, what, mend } = problemParts(t, problem);
  return problem.version === undefined ? `${what} ${mend}` : `${where}: ${what} ${mend}`;
}

/** What is wrong with the stored fields themselves, and with how they go together with what they inherit. */
function findProblems(stored: unknown, { place, metrics, inherited }: FormScope): Problem[] {
  const source: RuleSource = place === 'default' ? 'default' : 'override';
  const metric = metrics[0];
  const { problems } = readRuleInput(stored, source, metric && sheetMetric(metric));
  if (!metric) {
    return problems;
  }
  const below = fieldsOf('operator', 'level', 'recovery');
  const { problems: together } = mergeRule({
    [source]: stored,
    ...(source === 'override' && { default: belowOf(below, inherited) }),
    thresholds: readNativeThresholds(metric.field),
    unit: sheetMetric(metric),
  });
  // A rule that states no number of its own has nothing to decide.
  const own = together.filter((problem) => problem.source === source);
  return own.length > problems.length ? own : problems;
}

function belowOf(fields: readonly RuleField[], inherited: FormScope['inherited']): RawRule {
  return fields.reduce<RawRule>((rule, field) => {
    const found = inherited(field);
    const usable = found && !found.differs && found.from !== 'thresholds';
    return toRawRule(setRaw(rule, field, usable ? found.value : undefined));
  }, {});
}

function operatorOf(raw: RawRule, { inherited }: FormScope): Operator | undefined {
  const below = inherited('operator');
  const stated = [raw.operator, below && !below.differs ? below.value : undefined].find(
    (operator) => !isBlank(operator)
  );
  return OPERATORS.find((one) => one === stated);
}

function seenOf({ metrics, panel }: FormScope): FormModel['seen'] {
  const span = panel?.protocol?.span;
  return span && metrics.length === 1 ? { samples: metrics[0].samples, span } : undefined;
}

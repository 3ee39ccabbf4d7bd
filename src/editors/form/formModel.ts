import type { ReactNode } from 'react';

import type { Samples, Span } from '../../evaluation/evaluation';
import { decimalMark } from '../../locales/decimalMark';
import { echoWords } from '../inputs/echoWords';
import { hintWords } from '../inputs/hintWords';
import type { TypedBy } from '../inputs/readTyped';
import { readTyped } from '../inputs/readTyped';
import { levelFormatter } from '../../frames/levelFormat';
import { isRange, OPERATORS } from '../../rule/condition';
import type { Operator } from '../../rule/level';
import { problemParts } from '../../words/problemWords';
import type { RuleField } from '../../rule/fields';
import { fieldsOf } from '../../rule/fields';
import type { Problem, RuleSource } from '../../rule/rule';
import { readRuleInput } from '../../rule/read';
import { mergeRule } from '../../rule/sources';
import { isStillToChoose } from '../../rule/stillToChoose';
import type { Format } from '../../words/conditionWords';
import type { Translate } from '../../words/translate';
import { readNativeThresholds } from '../../frames/nativeThresholds';
import { sheetMetric } from '../../frames/sheetTable';
import { hintId, noteId, outrankedId, problemId, upperId } from '../inputs/ids';
import type { RawRule } from '../rawRule';
import { asText, getRaw, isBlank, setRaw, toRawRule } from '../rawRule';
import type { FormScope, InheritedField } from './useFormScope';
import { today } from './today';
import type { TypedTexts } from './useTyped';
import type { FormVersions } from './useVersions';

/** What the inputs of a form share: one version of a rule, what it inherits, and what is wrong with it. */
export interface FormModel {
  raw: RawRule;
  /** The id of a field's input. */
  idOf: (field: RuleField) => string;
  get: (field: RuleField) => unknown;
  /** @param typed - Into which input, where that is not the field's own, and what, where that is not what is stored. */
  set: (field: RuleField, value: unknown, typed?: { inputId?: string; text?: string; stored?: unknown }) => void;
  /** What a text typed into a field is stored as. */
  read: (field: RuleField, text: string) => unknown;
  /** Stores what is typed into the one input of a field. */
  type: (field: RuleField, text: string) => void;
  /** What was understood of what is typed, and what is worth knowing of it. */
  note: (field: RuleField) => string | undefined;
  /** The ids of what is said about an input. */
  describedBy: (field: RuleField) => string;
  /** The version is only to be read. */
  isLocked: boolean;
  /** What is asked about a change, and beside which input; undefined: beside none. */
  ask?: { inputId?: string; node: ReactNode };
  inherited: InheritedField;
  /** What comes before what is written in a field. */
  outranked: InheritedField;
  /** What is wrong with a field, and how to mend it: one thing at a time. */
  problem: (field: RuleField | 'rule') => string | undefined;
  /** What does not go with the levels, and so has no effect, with the reason, and what holds until it is mended. */
  leftOut: ReadonlyArray<{ field: RuleField; words: string; isOwn: boolean }>;
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
  /** What is in force below the version at its time. */
  inherited: InheritedField;
  outranked: InheritedField;
  isLocked: boolean;
  asksSettling: boolean;
  ask: FormModel['ask'];
  typed: TypedTexts;
  onChange: FormVersions['change'];
  t: Translate;
}

/** The model of a form's inputs. */
export function toFormModel(input: ModelInput): FormModel {
  const {
    value: stored,
    idPrefix,
    scope,
    inherited,
    outranked,
    isLocked,
    asksSettling,
    ask,
    typed,
    onChange,
    t,
  } = input;
  const raw = toRawRule(stored);
  const { problems, leftOut } = findProblems(stored, scope, inherited);
  const operator = operatorOf(raw, inherited);
  const idOf = (field: RuleField) => `${idPrefix}-${field}`;
  const by = typedBy(scope);
  const formatLevel = scope.metrics[0] && levelFormatter(scope.metrics[0].field, scope.panel?.timeZone);
  const read = (field: RuleField, text: string) => readTyped(field, text, by);
  const set: FormModel['set'] = (field, value, { inputId = idOf(field), text, stored: kept = value } = {}) => {
    if (text !== undefined) {
      typed.keep(inputId, text, asText(kept));
    }
    onChange((latest) => setRaw(latest, field, value), { field, inputId });
  };
  const problemOf = (field: RuleField | 'rule') => problems.find((one) => one.field === field);
  const problem = (field: RuleField | 'rule') => {
    const found = problemOf(field);
    return found && !isStillToChoose(found) ? mendWords(t, found) : undefined;
  };
  const note = (field: RuleField) => {
    const found = problemOf(field);
    if (found && isStillToChoose(found)) {
      return t('editors.first.which-side', 'Choose above or below: which side of {{level}} is bad?', {
        level: found.found,
      });
    }
    const value = getRaw(raw, field);
    const texts = inputsOf(value).map((one, index) =>
      typed.textOf(index === 0 ? idOf(field) : upperId(idOf(field)), asText(one))
    );
    const echoes = texts.map((text) => echoWords(t, field, text, { ...by, formatLevel }));
    return problem(field) === undefined
      ? (echoes.find((echo) => echo !== undefined) ?? hintWords(t, field, asText(value)))
      : undefined;
  };
  return {
    raw,
    isLocked,
    ask,
    idOf,
    get: (field) => getRaw(raw, field),
    set,
    read,
    type: (field, text) => set(field, read(field, text), { text }),
    note,
    describedBy: (field) =>
      describedBy(idOf(field), {
        inherited: inherited(field),
        outranked: outranked(field),
        note: note(field),
        problem: problem(field),
      }),
    inherited,
    outranked,
    problem,
    leftOut: leftOut.flatMap((one) => (one.field === 'rule' ? [] : [leftOutWords(t, one, one.field, raw)])),
    operator,
    asksSettling,
    seen: seenOf(scope),
    isRange: operator ? isRange(operator) : Array.isArray(raw.critical) || Array.isArray(raw.warning),
    formatLevel,
    seriesNames: scope.all.map(({ name }) => name),
  };
}

/** The ids of what is said about an input, as far as anything is. */
function describedBy(id: string, said: Record<'inherited' | 'outranked' | 'note' | 'problem', unknown>): string {
  const parts = [
    { id: hintId(id), isThere: said.inherited !== undefined },
    { id: outrankedId(id), isThere: said.outranked !== undefined },
    { id: noteId(id), isThere: said.note !== undefined },
    { id: problemId(id), isThere: said.problem !== undefined },
  ];
  return parts
    .filter(({ isThere }) => isThere)
    .map((part) => part.id)
    .join(' ');
}

function typedBy({ metrics, panel }: FormScope): TypedBy {
  return {
    units: metrics.map(sheetMetric),
    decimal: decimalMark(),
    date: today().date,
    timeZone: panel?.timeZone ?? 'browser',
  };
}

/** What stands in the inputs of a field: one, or two for a range. */
function inputsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** What is wrong, and how to mend it. Beside its input a problem need not say where it is, nor in which version. */
export function mendWords(t: Translate, problem: Problem): string {
  const { what, mend } = problemParts(t, { ...problem, found: brief(problem.found) });
  return `${what} ${mend}`;
}

/** Beside its input, the beginning of what was typed is enough. */
const MOST_FOUND = 20;

function brief(found: string): string {
  return found.length > MOST_FOUND ? `${found.slice(0, MOST_FOUND - 1)}…` : found;
}

/** What is left out of a rule because of its levels. */
const LEFT_OUT = new Set<Problem['code']>(['recoveryWrongSide', 'levelsOutOfOrder']);

function leftOutWords(t: Translate, problem: Problem, field: RuleField, raw: RawRule): FormModel['leftOut'][number] {
  const { what, mend, until } = problemParts(t, problem);
  return { field, words: [what, mend, until].filter(Boolean).join(' '), isOwn: !isBlank(getRaw(raw, field)) };
}

interface Found {
  problems: readonly Problem[];
  /** What does not go with the levels, wherever it is stated. */
  leftOut: readonly Problem[];
}

/** What is wrong with the stored fields themselves, and with how they go together with what they inherit. */
function findProblems(stored: unknown, { place, metrics }: FormScope, inherited: InheritedField): Found {
  const source: RuleSource = place === 'default' ? 'default' : 'override';
  const metric = metrics[0];
  const { problems } = readRuleInput(stored, source, metric && sheetMetric(metric));
  if (!metric) {
    return { problems, leftOut: [] };
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
  return {
    problems: own.length > problems.length ? own : problems,
    leftOut: together.filter(({ code }) => LEFT_OUT.has(code)),
  };
}

function belowOf(fields: readonly RuleField[], inherited: InheritedField): RawRule {
  return fields.reduce<RawRule>((rule, field) => {
    const found = inherited(field);
    const usable = found && !found.differs && found.from !== 'thresholds';
    return toRawRule(setRaw(rule, field, usable ? found.value : undefined));
  }, {});
}

function operatorOf(raw: RawRule, inherited: InheritedField): Operator | undefined {
  const below = inherited('operator');
  const stated = [getRaw(raw, 'operator'), below && !below.differs ? below.value : undefined].find(
    (operator) => !isBlank(operator)
  );
  return OPERATORS.find((one) => one === stated);
}

function seenOf({ metrics, panel }: FormScope): FormModel['seen'] {
  const span = panel?.protocol?.span;
  return span && metrics.length === 1 ? { samples: metrics[0].samples, span } : undefined;
}

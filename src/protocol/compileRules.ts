import { isEqual, once } from 'lodash';

import { mergeRead } from '../rule/history';
import type { ValueUnit } from '../rule/cells/units';
import type { RuleHistory } from '../rule/rule';
import type { RuleInput } from '../rule/schema';
import type { RuleSources, SourcesRead } from '../rule/sources';
import { asksForUnit, readSources, variableTexts } from '../rule/sources';
import { stackOverrides } from '../rule/stackOverrides';
import type { StatedRule } from './input';

/** What the rule of one metric is compiled from. */
export interface ToCompile {
  /** The metric's. */
  id: string;
  /** A rule that is known already is taken as it is. */
  rule: StatedRule | RuleHistory;
  /** The stored rule of the metric's rows in the rule sheet. */
  sheet?: RuleInput;
  /** What its alert rules state. */
  alert?: RuleInput;
  /** What the metric's values are in, asked for where a level is written with a unit. */
  unit?: () => ValueUnit;
}

/** A metric's rule, and what it was merged from, but for what puts its variables in. */
export interface CompiledRule {
  sources: RuleSources;
  history: RuleHistory;
}

/**
 * Compiles the rules of a panel again and again: what is stated is read, merged and checked once, and not again until
 * something else is stated. A rule whose texts have variables is merged again only when they say something else. What
 * states the same for several metrics is compiled once for all of them.
 *
 * Grafana wraps what is saved anew at every refresh, but hands on the very objects that are saved, so those are compared
 * first; where they are others, by what they say.
 */
export class RuleCompiler {
  /** In the order of the metrics, which is the same in most refreshes. */
  private known: readonly Kept[] = [];
  private ids: readonly string[] = [];

  /** The rules of metrics, in their order. What was compiled before changes what it costs, not what it says. */
  compile(asked: readonly ToCompile[]): CompiledRule[] {
    const { known: former, ids } = this;
    const byId = once(() => new Map(former.map((kept, place) => [ids[place], kept])));
    const round = new Round();
    const stated = asked.filter(isStated);
    const known = stated.map((one, place) => {
      const inPlace = former.at(place);
      // What the very same objects state is the same rule, whatever metric it is of; to find one among a thousand costs more.
      const isSame = inPlace !== undefined && isStatedBySame(inPlace.reading, one);
      return again(isSame ? inPlace : byId().get(one.id), one, round);
    });
    this.known = known;
    this.ids = stated.map(({ id }) => id);
    return stated.length === asked.length ? known : withKnown(asked, known);
  }
}

/** With the rules that are known already, in their places. */
function withKnown(asked: readonly ToCompile[], known: readonly Kept[]): CompiledRule[] {
  const rest = known.values();
  return asked.map((one) => (isStated(one) ? rest.next().value! : { sources: {}, history: one.rule as RuleHistory }));
}

function isStated(one: ToCompile): one is ToCompile & Stated {
  return !('versions' in one.rule);
}

/** What the field and the sheet state. */
interface Stated {
  /** The metric's. */
  id: string;
  rule: StatedRule;
  sheet?: RuleInput;
  alert?: RuleInput;
  unit?: () => ValueUnit;
}

/** What is stated, read. */
interface Reading extends Omit<Stated, 'id' | 'unit'> {
  sources: RuleSources;
  /** What its levels were read in; undefined where none is written with a unit. */
  readIn?: ValueUnit;
  read: SourcesRead;
  /** The texts in it that have variables, each once. */
  variables: readonly string[];
}

/** The compiled rule of a metric, with what its variables said. */
interface Kept extends CompiledRule {
  reading: Reading;
  said: readonly string[];
}

function again(former: Kept | undefined, one: Stated, round: Round): Kept {
  const reading =
    former && statesTheSame(former.reading, one) && isReadInUnitOf(former.reading, one)
      ? former.reading
      : round.read(one);
  const said = saidBy(reading, one.rule);
  const isSame = former?.reading === reading && areSame(said, former.said);
  return isSame ? former : { reading, said, sources: reading.sources, history: round.merge(reading, said) };
}

function saidBy({ variables }: Reading, { interpolate }: StatedRule): readonly string[] {
  return interpolate && variables.length > 0 ? variables.map((text) => interpolate(text)) : variables;
}

/** What is compiled at one time, for all metrics that state the same. */
class Round {
  private readonly readings = new Map<unknown, Reading[]>();
  private readonly merged = new Map<Reading, Map<string, RuleHistory>>();

  read(one: Stated): Reading {
    const { overrides = [], thresholds, default: byDefault } = one.rule;
    // Of what it may be told by, what most likely is its own.
    const key = overrides.at(-1) ?? one.sheet ?? byDefault ?? one.alert ?? thresholds?.steps;
    const alike = this.readings.get(key) ?? [];
    const found = alike.find((reading) => isStatedBySame(reading, one) && isReadInUnitOf(reading, one));
    const reading = found ?? read(one);
    if (!found) {
      this.readings.set(key, [...alike, reading]);
    }
    return reading;
  }

  merge(reading: Reading, said: readonly string[]): RuleHistory {
    const known = this.merged.get(reading) ?? new Map<string, RuleHistory>();
    const key = JSON.stringify(said);
    const history = known.get(key) ?? merge(reading, said);
    this.merged.set(reading, known.set(key, history));
    return history;
  }
}

/** Most levels are plain numbers: the unit of the metric is asked for where one is not. */
function read({ rule, sheet, alert, unit }: Stated): Reading {
  const { overrides = [], thresholds, default: byDefault } = rule;
  const plain: RuleSources = { override: stackOverrides(overrides), sheet, default: byDefault, alert, thresholds };
  const bare = readSources(plain);
  const readIn = asksForUnit(bare) ? unit?.() : undefined;
  const sources = readIn ? { ...plain, unit: readIn } : plain;
  const inputs = readIn ? readSources(sources) : bare;
  return { rule, sheet, alert, sources, readIn, read: inputs, variables: variableTexts(inputs) };
}

function isReadInUnitOf({ readIn }: Reading, { unit }: Stated): boolean {
  return readIn === undefined || isEqual(readIn, unit?.());
}

function merge({ read: inputs, sources, variables }: Reading, said: readonly string[]): RuleHistory {
  const texts = new Map(variables.map((text, index) => [text, said[index]]));
  return mergeRead(inputs, {
    thresholds: sources.thresholds,
    interpolate: (text) => texts.get(text) ?? text,
  });
}

function statesTheSame(former: Omit<Stated, 'id' | 'unit'>, one: Stated): boolean {
  return isStatedBySame(former, one) || isEqual(statedOf(former), statedOf(one));
}

function statedOf({ rule, sheet, alert }: Omit<Stated, 'id' | 'unit'>) {
  return [rule.default, rule.overrides ?? [], rule.thresholds, sheet, alert];
}

/** Whether two state their rules by the very same objects. */
function isStatedBySame(former: Omit<Stated, 'id' | 'unit'>, { rule, sheet, alert }: Stated): boolean {
  return (
    former.sheet === sheet &&
    former.alert === alert &&
    former.rule.default === rule.default &&
    areSame(former.rule.overrides ?? NONE, rule.overrides ?? NONE) &&
    areSameThresholds(former.rule.thresholds, rule.thresholds)
  );
}

const NONE: readonly unknown[] = [];

function areSame(former: readonly unknown[], list: readonly unknown[]): boolean {
  if (former === list) {
    return true;
  }
  for (let index = 0; index < list.length; index++) {
    if (former[index] !== list[index]) {
      return false;
    }
  }
  return former.length === list.length;
}

function areSameThresholds(former: StatedRule['thresholds'], thresholds: StatedRule['thresholds']): boolean {
  return (
    former === thresholds ||
    (former?.steps === thresholds?.steps &&
      former?.mode === thresholds?.mode &&
      former?.min === thresholds?.min &&
      former?.max === thresholds?.max &&
      former?.styled === thresholds?.styled)
  );
}

import { oppositeOf, toCondition, isRange } from '../../rule/condition';
import type { Condition, Operator } from '../../rule/level';
import { fieldsOf, listOf, numbersOf, textOf } from './narrow';

/** One of the queries and expressions of a Grafana alert rule. */
export interface Node {
  refId: string;
  dataSourceUid: string;
  model: Readonly<Record<string, unknown>>;
}

/** When a Grafana alert rule fires, and of what. */
export interface ReadCondition {
  /** Undefined where it is no comparison of one value with numbers. */
  condition?: Condition;
  hold?: Condition;
  /** How the values of a window become one; undefined where nothing reduces them. */
  reducer?: string;
  /** The queries that it is made of, through all expressions between. */
  queries: readonly Node[];
}

/** What Grafana's expressions have in the place of a data source; older ones a number. */
const EXPRESSIONS = new Set(['__expr__', '-100']);

/** The evaluators of threshold expressions and classic conditions. */
const EVALUATORS: Readonly<Record<string, Operator>> = {
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  outside_range: 'outside',
  outside_range_included: 'outsideIncluded',
  within_range: 'inside',
  within_range_included: 'insideIncluded',
};

const SIGNS: Readonly<Record<string, Operator>> = { '>': '>', '>=': '>=', '<': '<', '<=': '<=' };

/** `$B < 20`, `${B} >= 1.5` */
const COMPARISON = /^\s*\$(?:\{(\w+)\}|(\w+))\s*(>=?|<=?)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*$/i;

/** The queries and expressions of a rule; what is none is left out. */
export function readNodes(data: unknown): Node[] {
  return listOf(data).flatMap((item) => {
    const { refId, datasourceUid, model } = fieldsOf(item);
    const name = textOf(refId);
    return name === undefined
      ? []
      : [{ refId: name, dataSourceUid: textOf(datasourceUid) ?? '', model: fieldsOf(model) }];
  });
}

/**
 * Reads when a rule fires: by a threshold expression with its recovery threshold, by a classic condition, or by a
 * comparison in a math expression.
 *
 * @param refId - Of the node that the rule fires by.
 */
export function readCondition(nodes: readonly Node[], refId: string | undefined): ReadCondition {
  const byRef = new Map(nodes.map((node) => [node.refId, node]));
  const condition = refId === undefined ? undefined : byRef.get(refId);
  const queries = condition ? behind(condition, byRef) : nodes.filter(isQuery);
  return { ...(condition && comparisonOf(condition, byRef)), queries };
}

function isQuery({ dataSourceUid }: Node): boolean {
  return !EXPRESSIONS.has(dataSourceUid);
}

/** The queries that a node is made of; a rule whose expressions go round in a circle has none beside. */
function behind(node: Node, byRef: ReadonlyMap<string, Node>, seen = new Set<Node>()): Node[] {
  if (seen.has(node)) {
    return [];
  }
  seen.add(node);
  return isQuery(node)
    ? [node]
    : inputsOf(node).flatMap((name) => {
        const input = byRef.get(name);
        return input ? behind(input, byRef, seen) : [];
      });
}

function inputsOf({ model }: Node): string[] {
  const expression = textOf(model.expression) ?? '';
  if (model.type === 'math') {
    return [...expression.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(([, braced, bare]) => braced ?? bare);
  }
  if (model.type === 'classic_conditions') {
    return listOf(model.conditions).flatMap((one) => textOf(listOf(fieldsOf(fieldsOf(one).query).params)[0]) ?? []);
  }
  return [expression.replace(/^\$/, '')];
}

function comparisonOf({ model }: Node, byRef: ReadonlyMap<string, Node>): Omit<ReadCondition, 'queries'> {
  const conditions = listOf(model.conditions).map(fieldsOf);
  if (model.type === 'threshold') {
    const condition = readEvaluator(conditions[0]?.evaluator);
    const unload = readEvaluator(conditions[0]?.unloadEvaluator);
    return {
      condition,
      hold: unload ? oppositeOf(unload) : condition,
      reducer: reducerOf(byRef.get(textOf(model.expression)?.replace(/^\$/, '') ?? ''), byRef),
    };
  }
  if (model.type === 'classic_conditions') {
    const condition = conditions.length === 1 ? readEvaluator(conditions[0].evaluator) : undefined;
    return { condition, hold: condition, reducer: textOf(fieldsOf(conditions[0]?.reducer).type) };
  }
  const [, braced, bare, sign, number] = COMPARISON.exec(textOf(model.expression) ?? '') ?? [];
  const condition = model.type === 'math' && sign ? toCondition(SIGNS[sign], Number(number)) : undefined;
  return { condition, hold: condition, reducer: reducerOf(byRef.get(braced ?? bare ?? ''), byRef) };
}

/** How the values are reduced, in the node or in one that it is made of. */
function reducerOf(node: Node | undefined, byRef: ReadonlyMap<string, Node>, depth = 0): string | undefined {
  if (!node || isQuery(node) || depth > byRef.size) {
    return undefined;
  }
  return node.model.type === 'reduce'
    ? (textOf(node.model.reducer) ?? 'last')
    : reducerOf(byRef.get(inputsOf(node)[0] ?? ''), byRef, depth + 1);
}

function readEvaluator(value: unknown): Condition | undefined {
  const { type, params } = fieldsOf(value);
  const operator = typeof type === 'string' ? EVALUATORS[type] : undefined;
  const [low, high] = numbersOf(params);
  if (operator === undefined || low === undefined) {
    return undefined;
  }
  return isRange(operator)
    ? high === undefined
      ? undefined
      : toCondition(operator, [low, high])
    : toCondition(operator, low);
}

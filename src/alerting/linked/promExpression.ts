import type { SeriesPicked, Texts } from '../../protocol/engine/alertRule';
import { toCondition } from '../../rule/condition';
import type { Condition, Operator } from '../../rule/level';

/** An expression of PromQL or LogQL, without what an alert rule puts around a panel's query. */
export interface PromQuery {
  expr: string;
  picked?: SeriesPicked;
}

/** The expression of an alerting rule: what is compared, with what. */
export interface PromAlert extends PromQuery {
  condition?: Condition;
  hold?: Condition;
}

const SIGNS: Readonly<Record<string, Operator>> = { '>': '>', '>=': '>=', '<': '<', '<=': '<=' };
const NUMBER = String.raw`[+-]?(?:Inf|[\d.]+(?:e[+-]?\d+)?)`;
const COMPARED = new RegExp(String.raw`^(.*?)\s*(>=?|<=?)\s*(${NUMBER})\s*$`, 'is');

/**
 * Reads an alerting rule's expression, as people write one (`rate(x[5m]) < 20`, ranges too) and as this product exports
 * one with a recovery threshold. Without a condition where it is no comparison with numbers.
 */
export function readPromAlert(expr: string): PromAlert {
  const { main, hold } = splitRecovery(bare(expr));
  const alert = readComparison(main);
  const held = hold === undefined ? alert.condition : readComparison(bare(hold)).condition;
  return { ...readPromQuery(alert.expr), condition: alert.condition, hold: held };
}

/** `(met) or ((held) and ignoring (…) ALERTS{…})` */
function splitRecovery(expr: string): { main: string; hold?: string } {
  const parts = topLevel(expr, 'or');
  const [main, rest] = parts;
  if (parts.length !== 2 || !rest.includes('ALERTS{')) {
    return { main: expr };
  }
  const [hold] = topLevel(bare(rest), 'and');
  return { main: bare(main), hold: bare(hold) };
}

/** A value, what it is compared with, and by what. */
interface Comparison {
  expr: string;
  condition?: Condition;
}

function readComparison(expr: string): Comparison {
  const sides = topLevel(expr, 'or').map((side) => compared(bare(side)));
  if (sides.length === 2 && sides.every(isSingle)) {
    const [low, high] = sides as [Single, Single];
    return same(low, high) ? { expr: low.expr, condition: outside(low, high) } : { expr };
  }
  const outer = sides.length === 1 ? sides[0] : undefined;
  if (!outer) {
    return { expr };
  }
  const inner = compared(outer.expr);
  return inner
    ? { expr: bare(inner.expr), condition: inside(inner, outer) }
    : { expr: bare(outer.expr), condition: toCondition(outer.operator, outer.bound) };
}

interface Single {
  expr: string;
  operator: Operator;
  bound: number;
}

function isSingle(side: Single | undefined): side is Single {
  return side !== undefined;
}

function same(a: Single, b: Single): boolean {
  return bare(a.expr) === bare(b.expr);
}

/** A comparison at the end that is in no bracket. */
function compared(expr: string): Single | undefined {
  const [, value, sign, number] = COMPARED.exec(expr) ?? [];
  return sign && isWhole(value) ? { expr: value.trim(), operator: SIGNS[sign], bound: promNumber(number) } : undefined;
}

function promNumber(text: string): number {
  return /inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
}

function outside(low: Single, high: Single): Condition | undefined {
  const signs = `${low.operator}${high.operator}`;
  const bounds = [low.bound, high.bound] as const;
  return signs === '<>'
    ? toCondition('outside', bounds)
    : signs === '<=>='
      ? toCondition('outsideIncluded', bounds)
      : undefined;
}

function inside(low: Single, high: Single): Condition | undefined {
  const signs = `${low.operator}${high.operator}`;
  const bounds = [low.bound, high.bound] as const;
  return signs === '><'
    ? toCondition('inside', bounds)
    : signs === '>=<='
      ? toCondition('insideIncluded', bounds)
      : undefined;
}

const HELD = /^last_over_time\((.*)\[[^[\]]*\](?:\s+offset\s+\S+)?\)$/s;

/**
 * The panel's query in that of an alert rule, which may hold its values for a while (`last_over_time((q)[5m:1m])`) and
 * pick some of its series (`(q) and on (team) (…)`).
 */
export function readPromQuery(expr: string): PromQuery {
  const held = HELD.exec(bare(expr))?.[1];
  const inner = bare(held ?? expr);
  const picked = pickedOf(inner);
  return picked ? { expr: bare(picked.expr), picked: picked.picked } : { expr: inner };
}

function pickedOf(expr: string): { expr: string; picked: SeriesPicked } | undefined {
  for (const word of ['and', 'unless'] as const) {
    const [own, by] = topLevel(expr, word);
    const sets = by === undefined ? [] : setsOf(by);
    if (sets.length > 0) {
      return { expr: own, picked: { kind: word === 'and' ? 'only' : 'rest', sets } };
    }
  }
  return undefined;
}

/** Empty series that have nothing but labels: `label_replace(vector(1), "team", "EU", "", "")`. */
function setsOf(by: string): Texts[] {
  return topLevel(bare(by.replace(/^on\s*\([^)]*\)\s*/, '')), 'or').flatMap((one) => {
    const labels = [...one.matchAll(/,\s*("(?:[^"\\]|\\.)*"),\s*("(?:[^"\\]|\\.)*"),\s*"",\s*""\)/g)];
    return one.includes('vector(1)') && labels.length > 0
      ? [Object.fromEntries(labels.map(([, name, value]) => [unquoted(name), unquoted(value).replaceAll('$$', '$')]))]
      : [];
  });
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** An expression without the brackets around all of it, its spaces and line ends made one. */
export function bare(expr: string): string {
  let text = expr.trim();
  while (text.startsWith('(') && text.endsWith(')') && isWhole(text.slice(1, -1))) {
    text = text.slice(1, -1).trim();
  }
  return text;
}

/** Whether every bracket that opens closes, and none closes that did not open; quoted ones are text. */
function isWhole(expr: string): boolean {
  let depth = 0;
  for (const { char } of unquotedChars(expr)) {
    depth += opens(char) ? 1 : closes(char) ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}

/** The parts of an expression between the words of an operator that is in no bracket. */
function topLevel(expr: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { char, at } of unquotedChars(expr)) {
    depth += opens(char) ? 1 : closes(char) ? -1 : 0;
    if (depth === 0 && at >= from && isWord(expr, at, word)) {
      parts.push(expr.slice(from, at).trim());
      from = at + word.length;
    }
  }
  return [...parts, expr.slice(from).trim()];
}

function isWord(expr: string, at: number, word: string): boolean {
  return (
    expr.slice(at, at + word.length).toLowerCase() === word &&
    /[\s)]/.test(expr[at - 1] ?? ' ') &&
    /[\s(]/.test(expr[at + word.length] ?? ' ')
  );
}

function opens(char: string): boolean {
  return char === '(' || char === '[' || char === '{';
}

function closes(char: string): boolean {
  return char === ')' || char === ']' || char === '}';
}

function* unquotedChars(expr: string): Generator<{ char: string; at: number }> {
  let quote = '';
  for (let at = 0; at < expr.length; at++) {
    const char = expr[at];
    if (quote === '') {
      if (char === '"' || char === "'" || char === '`') {
        quote = char;
      } else {
        yield { char, at };
      }
    } else if (char === '\\' && quote !== '`') {
      at += 1;
    } else if (char === quote) {
      quote = '';
    }
  }
}

import { isoDay, parseDay } from '../time/calendar';
import { panelZone } from '../time/timeZone';
import type { Question } from '../rule/fields';
import { QUESTIONS } from '../rule/fields';
import type { Rule, Signature } from '../rule/rule';
import type { Coverage, MetricProtocol, Protocol } from './protocol';

/**
 * What may be found about the rules of a panel: a question without an answer; a level without an agreement; a review
 * that was due, or is soon; a rule that is another than when it was agreed; one by which no engine alerts anybody.
 */
export const FINDINGS = [...QUESTIONS, 'levelOnly', 'reviewPast', 'reviewSoon', 'changed', 'unpaged'] as const;
export type Finding = (typeof FINDINGS)[number];

/** How well the metrics of a panel are covered, question by question, and what is to be looked at. */
export interface CoverageReport extends Coverage {
  /** Of the metrics that are counted (all but context ones), how many have each of the four answers. */
  answered: Readonly<Record<Question, number>>;
  /** The metrics that each finding is about, in the order of the data. */
  findings: Readonly<Record<Finding, readonly MetricProtocol[]>>;
}

/** A review that is due within so many days is to be looked at soon. */
const SOON_DAYS = 14;

/** Of all metrics but context ones, how many have a rule that answers all four questions (design: coverage). */
export function coverage(metrics: readonly MetricProtocol[]): Coverage {
  const counted = metrics.filter(isCounted);
  return { whole: counted.filter(isWhole).length, of: counted.length };
}

/**
 * Counts answers, and finds what is to be looked at. A context metric lacks no answer, but its reason may be due for a
 * review, or may have been changed.
 *
 * @param timeZone - Of the calendar that says which day it is where a metric is judged; as a panel is given it.
 */
export function coverageReport(metrics: readonly MetricProtocol[], timeZone: string): CoverageReport {
  const counted = metrics.filter(isCounted);
  const count = (question: Question) => counted.filter(({ answered }) => answered[question]).length;
  return {
    ...coverage(metrics),
    answered: byName(QUESTIONS, count),
    findings: byName(FINDINGS, (finding) => withFinding(finding, metrics, timeZone)),
  };
}

/** The metrics that a finding is about, in their order. */
export function withFinding(
  finding: Finding,
  metrics: readonly MetricProtocol[],
  timeZone: string
): readonly MetricProtocol[] {
  return metrics.filter((metric) => {
    switch (finding) {
      case 'levelOnly':
        return metric.kind === 'levelOnly';
      case 'reviewPast':
        return reviewOf(metric.rule, isoDayAt(metric.now.at, timeZone)) === 'past';
      case 'reviewSoon':
        return reviewOf(metric.rule, isoDayAt(metric.now.at, timeZone)) === 'soon';
      case 'changed':
        return agreementNow(metric)?.state === 'changed';
      case 'unpaged':
        return metric.engine?.isUnpaged;
      default:
        return isCounted(metric) && !metric.answered[finding];
    }
  });
}

/**
 * Whether the review of a rule is past, or due within two weeks; the day itself is in time. Undefined where it is
 * neither, or where no day is stated that could be read.
 *
 * @param today - An ISO date.
 */
export function reviewOf({ text }: Rule, today: string): 'past' | 'soon' | undefined {
  const due = parseDay(text.reviewBy?.value.trim() ?? '');
  const day = parseDay(today);
  if (due === undefined || day === undefined || due > day + SOON_DAYS) {
    return undefined;
  }
  return due < day ? 'past' : 'soon';
}

/**
 * What became of the agreement on a metric's rule; a change, with the day where it is known, as it is written, and the
 * source that states something else than was agreed, where that is another than the one that was signed.
 */
export interface AgreementNow extends Partial<Pick<Signature, 'changedOn' | 'by'>> {
  state: Signature['state'];
  /** Whether nobody signed where the levels are stated: they are no part of what was agreed. */
  isPart?: boolean;
}

/**
 * What became of the agreement on a metric's rule: one that was changed in any source is no agreement any more, nor is one
 * of which a source that nobody signed states something otherwise. Where such a source, or Grafana's thresholds, alone
 * state the levels, what was agreed is something else of the rule.
 * What is agreed about a context metric is its reason: no other source counts there.
 *
 * @returns Undefined where nobody agreed.
 */
export function agreementNow({ kind, rule }: Pick<MetricProtocol, 'kind' | 'rule'>): AgreementNow | undefined {
  const { signatures = [], text, levelsSource } = rule;
  const isContext = kind === 'context';
  const counted = isContext ? signatures.filter(({ source }) => source === text.noRule?.source) : signatures;
  const changed = counted.find(({ state, by }) => state === 'changed' || (by !== undefined && !isContext));
  if (changed) {
    const { changedOn, by } = changed;
    return { state: 'changed', changedOn, ...(by !== undefined && changed.state !== 'changed' && { by }) };
  }
  if (counted.length === 0) {
    return undefined;
  }
  const shown = [text.agreedBy?.source, text.agreedOn?.source];
  const isUnchecked = counted.some(({ source, state }) => state === 'unchecked' && shown.includes(source));
  const isPart = !isContext && levelsSource !== undefined && !counted.some(({ source }) => source === levelsSource);
  return { state: isUnchecked ? 'unchecked' : 'kept', isPart };
}

/**
 * The calendar day of a moment (epoch ms) as an ISO date; blank for what is no moment.
 *
 * @param timeZone - As a panel is given it.
 */
export function isoDayAt(time: number, timeZone: string): string {
  return isoDay(panelZone(timeZone), time);
}

/** The protocol with some of its metrics alone, still worst first; what is counted stays that of all. */
export function onlyMetrics(protocol: Protocol, metrics: readonly MetricProtocol[]): Protocol {
  const places = new Map(metrics.map((metric, place) => [metric, place]));
  const worstFirst = protocol.worstFirst
    .map((index) => places.get(protocol.metrics[index]))
    .filter((place) => place !== undefined);
  return { ...protocol, metrics, worstFirst };
}

function byName<K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<K, V>;
}

function isCounted({ kind }: MetricProtocol): boolean {
  return kind !== 'context';
}

function isWhole({ kind, answered }: MetricProtocol): boolean {
  return kind === 'ruled' && Object.values(answered).every(Boolean);
}

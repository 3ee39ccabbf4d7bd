import { sum } from 'lodash';

import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { BreachResponse } from './breachResponse';
import type { Intervention } from './intervention';

/** One stretch in breach with what people did about it. */
export interface AnsweredBreach {
  /** Of all levels, ascending by when they fire; not empty. */
  breaches: readonly Breach[];
  response?: BreachResponse;
  /** Whether an intervention speaks of its time that belongs to another stretch. */
  isSpokenOf: boolean;
}

/** What is known of the interventions, as far as figures go by it. */
export interface Known {
  /** From this moment on all of them are known, epoch ms. */
  knownFrom: number;
  /** When they were read, epoch ms. */
  readAt: number;
}

/** What people did about some breaches, in figures. */
export interface ResponseFigures {
  /** How many can be told about: they began when all interventions are known. The others are in no figure. */
  breaches: number;
  /** Of these, those that nobody recorded anything of. */
  unanswered: number;
  /** From firing to the first response, of those that have one; undefined where none has. */
  toFirst?: { medianMs: number; worstMs: number };
  /** Those that were accepted, whether or not that is over. */
  accepted: number;
  /** Those that are dismissed as a false alarm. */
  falseAlarms: number;
  /** Those of which the last word is that the rule is wrong. */
  ruleWrong: number;
  /** Those of which something was said in a response sheet. */
  fromSheet: number;
}

/**
 * The figures of some breaches. Of one that began before what is known, or out of view, or after the interventions were
 * read, nothing is claimed.
 */
export function responseFigures(all: readonly AnsweredBreach[], known: Known): ResponseFigures {
  return toldFigures(all.filter((one) => canBeTold(one, known)));
}

/** The figures of breaches of which it is known what people did about each. */
export function toldFigures(told: readonly AnsweredBreach[]): ResponseFigures {
  const responses = told.map(({ response }) => response).filter((response) => response !== undefined);
  return {
    breaches: told.length,
    unanswered: told.filter(({ response, isSpokenOf }) => !response && !isSpokenOf).length,
    toFirst: lengthsOf(told.flatMap((one) => (one.response ? [toFirst(one, one.response)] : []))),
    accepted: responses.filter(({ acceptedUntil }) => acceptedUntil !== undefined).length,
    falseAlarms: responses.filter(({ dismissed }) => dismissed === 'falseAlarm').length,
    ruleWrong: responses.filter(({ dismissed }) => dismissed === 'ruleWrong').length,
    fromSheet: responses.filter(({ interventions }) => interventions.some(isFromSheet)).length,
  };
}

function isFromSheet({ source }: Intervention): boolean {
  return source === 'responseSheet';
}

/** Whether it can be told that nobody answered a breach: it began in view, when all interventions are known. */
export function canBeTold({ breaches: [first] }: AnsweredBreach, { knownFrom, readAt }: Known): boolean {
  const { firingSince } = first;
  return firingSince !== null && firingSince >= knownFrom && firingSince <= readAt;
}

/** Nobody waits for less than nothing: clocks differ, and a coarser step fires later than the one that was answered. */
function toFirst({ breaches: [breach] }: AnsweredBreach, { first }: BreachResponse): number {
  return Math.max(0, first.at - firesFrom(breach));
}

function lengthsOf(lengths: readonly number[]): ResponseFigures['toFirst'] {
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sorted.length === 0
    ? undefined
    : { medianMs: sum(middle) / middle.length, worstMs: sorted[sorted.length - 1] };
}

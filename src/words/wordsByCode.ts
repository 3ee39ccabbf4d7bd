import type { Translate } from './translate';

/** What is wrong and how to mend it. */
export interface Wrong {
  /** What was found and why it can't be used. */
  what: string;
  mend: string;
}

/** Of a union told apart by its codes: what has one of them. */
type WithCode<Problem, Code> = Problem extends { code: infer Codes } ? (Code extends Codes ? Problem : never) : never;

/** Words for every code of a union, each with what its problem names. */
export type WordsByCode<Problem extends { code: string }> = {
  readonly [Code in Problem['code']]: (t: Translate, problem: WithCode<Problem, Code>) => Wrong;
};

/** The words for a problem: those of its own code. */
export function wordsFor<Problem extends { code: string }>(
  t: Translate,
  words: WordsByCode<Problem>,
  problem: Problem
): Wrong {
  // Nothing but the code says which of the union it is, and the words are kept by the code.
  const wording: (t: Translate, problem: never) => Wrong = words[problem.code as Problem['code']];
  return wording(t, problem as never);
}

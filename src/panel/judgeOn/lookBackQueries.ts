import type { DataQueryRequest, PanelData } from '@grafana/data';
import { EMPTY } from 'rxjs';

import { failuresOf } from '../../frames/queryErrors';
import { poll } from '../poll';
import { autoIntervals } from './autoIntervals';
import type { Question } from './fixedRequest';
import { fixedRequest, requestKey } from './fixedRequest';
import type { Fixed } from './readJudgeOn';
import { runFixed } from './runFixed';

type ReplaceVariables = (text: string) => string;

/** What a panel asks for its look-back. */
export interface LookBackQuestion extends Question {
  /** Two questions of one key have the same answer at the same time. */
  key: string;
  replaceVariables: ReplaceVariables;
}

/** The question of a panel: its request, for a fixed look-back and step. */
export function questionOf(
  request: DataQueryRequest,
  fixed: Fixed,
  replaceVariables: ReplaceVariables
): LookBackQuestion {
  const question = { request, ...fixed, intervals: autoIntervals() };
  return { ...question, replaceVariables, key: requestKey(question, replaceVariables) };
}

interface AskingFor {
  /** Each asking copies the newest question: it may differ in what the key leaves out. */
  newest: { readonly current: LookBackQuestion | undefined };
  onAnswer: (data: PanelData) => void;
  stepMs: number;
}

/**
 * Asks at once and then once a step, sooner where it failed (see `poll`).
 *
 * @returns what ends it
 */
export function keepAsking({ newest, onAnswer, stepMs }: AskingFor): () => void {
  const ask = () => {
    const question = newest.current;
    return question ? runFixed(fixedRequest(question, Date.now()), question.replaceVariables) : EMPTY;
  };
  const answers = poll(ask, stepMs, (data) => failuresOf(data).length > 0).subscribe(onAnswer);
  return () => answers.unsubscribe();
}

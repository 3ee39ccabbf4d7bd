import type { JudgeOn, LookBackAnswer, PanelMetric } from './input';
import type { NoMetric } from './metric';
import type { Pair } from './pairMetrics';
import { areStrangers, pairWithItself, pairWithLookBack } from './pairMetrics';
import type { JudgedOn } from './protocol';

/** The metrics of a panel with what each is judged on, and what that is. */
export interface Chosen {
  pairs: readonly Pair[] | NoMetric;
  judgedOn: JudgedOn;
}

/**
 * Chooses what is judged: the look-back where it was asked for and can be had, else what is in view.
 *
 * @param view - What is in view.
 */
export function chooseJudged(view: readonly PanelMetric[] | NoMetric, judgeOn: JudgeOn): Chosen {
  if (judgeOn.mode === 'view') {
    return { pairs: pairsInView(view), judgedOn: judgeOn };
  }
  const { answer, ...fixed } = judgeOn;
  if (answer === undefined) {
    return { pairs: pairsInView(view), judgedOn: { ...fixed, awaited: true } };
  }
  const shown = listOf(view);
  const lookBack = listOf(answer.metrics);
  if (answer.mayBeTransformed && areStrangers(shown, lookBack)) {
    return { pairs: pairsInView(view), judgedOn: { mode: 'view', because: 'transformations' } };
  }
  const pairs = pairWithLookBack(shown, lookBack);
  return { pairs: pairs.length === 0 && typeof view === 'string' ? view : pairs, judgedOn: fixed };
}

/** The answer that is judged; undefined where that is what is in view. */
export function judgedAnswer(judgeOn: JudgeOn, { judgedOn }: Pick<Chosen, 'judgedOn'>): LookBackAnswer | undefined {
  return judgeOn.mode === 'fixed' && judgedOn.mode === 'fixed' ? judgeOn.answer : undefined;
}

function pairsInView(view: readonly PanelMetric[] | NoMetric): Pair[] | NoMetric {
  return typeof view === 'string' ? view : pairWithItself(view);
}

function listOf(metrics: readonly PanelMetric[] | NoMetric): readonly PanelMetric[] {
  return typeof metrics === 'string' ? [] : metrics;
}

import type { DataFrame, PanelData } from '@grafana/data';

import type { Passage } from '../../frames/cadence';
import { readCadence } from '../../frames/cadence';
import type { Metric, NoMetric, ReadCadence } from '../../protocol/metrics';
import { findMetrics } from '../../protocol/metrics';
import type { JudgedOn } from '../../protocol/protocol';
import type { Found, Pair } from './pairMetrics';
import { areStrangers, pairWithItself, pairWithLookBack } from './pairMetrics';
import { readTransformations } from './transformations';
import type { JudgedData } from './useJudgedData';

const UNTOUCHED: Passage = { rowsKept: true };

/** The metrics of a panel with what each is judged on, and what that is. */
export interface Chosen {
  pairs: readonly Pair[] | NoMetric;
  judgedOn: JudgedOn;
}

/**
 * Chooses what is judged: the look-back where it was asked for and can be had, else what is in view.
 *
 * @param series what is in view
 * @param passage what happened to it on its way
 */
export function chooseJudged(series: DataFrame[], judged: JudgedData, passage: Passage = UNTOUCHED): Chosen {
  const readsCadence: ReadCadence = (frame, column) => readCadence(frame, column, passage);
  const view = findMetrics(series, readsCadence);
  if (judged.mode === 'view') {
    return { pairs: pairsInView(view, series), judgedOn: judged };
  }
  const { data, ...fixed } = judged;
  if (data === undefined) {
    return { pairs: pairsInView(view, series), judgedOn: { ...fixed, awaited: true } };
  }
  const shown = found(view, series);
  const lookBack = found(findMetrics(data.series, readsCadence), data.series);
  if (mayBeTransformed(data) && areStrangers(shown, lookBack)) {
    return { pairs: pairsInView(view, series), judgedOn: { mode: 'view', because: 'transformations' } };
  }
  const pairs = pairWithLookBack(shown, lookBack);
  return { pairs: pairs.length === 0 && typeof view === 'string' ? view : pairs, judgedOn: fixed };
}

/**
 * Whether names that no query returns may be the work of a transformation. Where there is none, all series are others than
 * they were, as those of short-lived instances are.
 */
function mayBeTransformed({ request }: PanelData): boolean {
  return request === undefined || readTransformations(request)?.length !== 0;
}

function pairsInView(view: Metric[] | NoMetric, series: DataFrame[]): Pair[] | NoMetric {
  return typeof view === 'string' ? view : pairWithItself({ metrics: view, series });
}

function found(metrics: Metric[] | NoMetric, series: DataFrame[]): Found {
  return { metrics: typeof metrics === 'string' ? [] : metrics, series };
}

import type { DataQueryRequest, PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';

import { getHostPlugin } from '../../chart/hostPlugin';
import pluginJson from '../../plugin.json';
import type { CannotJudgeOn } from '../../protocol/protocol';
import { lateValue } from '../../views/parts/lateValue';
import type { ProtocolOptions } from '../options';
import { isPartial } from '../stream';
import { withFieldConfig } from '../withFieldConfig';
import { obstacleOf } from './obstacle';
import type { Fixed } from './readJudgeOn';
import { readJudgeOn } from './readJudgeOn';

/** What the states of a panel are judged on. */
export type JudgedData =
  | { mode: 'view'; because?: CannotJudgeOn; canLookBack?: true }
  | ({ mode: 'fixed'; /** Undefined: the first answer is under way. */ data?: PanelData } & Fixed);

/**
 * What the panel judges: what is in view, or the answer of queries of its own for a fixed look-back and step. They are run
 * at once where something else is asked (another query, another value of a variable), else once a step at most, whatever
 * the dashboard's refresh is, and never in a hidden tab.
 *
 * @param data - what is in view, settled
 */
export function useJudgedData(props: PanelProps<ProtocolOptions>, data: PanelData): JudgedData {
  const { judgeOn, lookBack, step, record } = props.options;
  const asked = useMemo(() => readJudgeOn({ judgeOn, lookBack, step, record }), [judgeOn, lookBack, step, record]);
  const shown = useLastAnswered(data);
  const obstacle = useMemo(() => shown && obstacleOf(shown, Boolean(config.publicDashboardAccessToken)), [shown]);
  const fixed = asked.mode === 'fixed' && obstacle === undefined ? asked : undefined;
  const { data: answer, hasFailed } = useAnswer(fixed && shown?.request, fixed, props.replaceVariables);
  const judged = useFieldConfig(answer, props);
  const because = obstacle ?? (hasFailed ? 'notLoaded' : undefined);
  const canLookBack = obstacle === undefined && shown?.request !== undefined;
  return useMemo((): JudgedData => {
    if (asked.mode === 'view') {
      return canLookBack && asked.because === undefined ? { ...asked, canLookBack } : asked;
    }
    return because === undefined ? { ...asked, data: judged } : { mode: 'view', because };
  }, [asked, because, canLookBack, judged]);
}

/** The last data that is an answer: while the next one is under way, what was asked last still holds. */
function useLastAnswered(data: PanelData): PanelData | undefined {
  const isAnswer = data.state !== LoadingState.NotStarted && data.state !== LoadingState.Loading && !isPartial(data);
  const [last, setLast] = useState<PanelData>();
  if (isAnswer && last !== data) {
    setLast(data);
  }
  return isAnswer ? data : last;
}

/** What runs the queries of a look-back: loaded where a panel asks for one, and once for all panels. */
const useLookBackQueries = lateValue(() => import(/* webpackChunkName: "look-back" */ './lookBackQueries'));

/**
 * The newest answer to the panel's own queries.
 *
 * @param request - the panel's; undefined asks nothing
 */
function useAnswer(
  request: DataQueryRequest | undefined,
  fixed: Fixed | undefined,
  replaceVariables: PanelProps['replaceVariables']
): { data?: PanelData; hasFailed: boolean } {
  const [answer, setAnswer] = useState<{ key: string; data: PanelData }>();
  const { value: queries, hasFailed } = useLookBackQueries(request !== undefined && fixed !== undefined);
  const question = useMemo(
    () => (queries && request && fixed ? queries.questionOf(request, fixed, replaceVariables) : undefined),
    [queries, request, fixed, replaceVariables]
  );
  const newest = useRef(question);
  useEffect(() => {
    newest.current = question;
  });
  const key = question?.key;
  const stepMs = question?.stepMs;
  useEffect(() => {
    if (queries === undefined || key === undefined || stepMs === undefined) {
      return undefined;
    }
    return queries.keepAsking({ newest, onAnswer: (data) => setAnswer({ key, data }), stepMs });
  }, [queries, key, stepMs]);
  return { data: answer !== undefined && answer.key === key ? answer.data : undefined, hasFailed };
}

/** The answer as Grafana would give it to the panel: with names, units and rules of its field config. */
function useFieldConfig(
  answer: PanelData | undefined,
  { fieldConfig, replaceVariables }: PanelProps<ProtocolOptions>
): PanelData | undefined {
  const theme = useTheme2();
  return useMemo(() => {
    const plugin = getHostPlugin(pluginJson.id);
    return answer && plugin ? withFieldConfig(answer, { plugin, fieldConfig, theme, replaceVariables }) : answer;
  }, [answer, fieldConfig, theme, replaceVariables]);
}

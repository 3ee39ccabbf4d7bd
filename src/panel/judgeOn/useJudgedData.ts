import type { DataQueryRequest, PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EMPTY } from 'rxjs';

import { getHostPlugin } from '../../chart/hostPlugin';
import pluginJson from '../../plugin.json';
import type { CannotJudgeOn } from '../../protocol/protocol';
import type { ProtocolOptions } from '../options';
import { poll } from '../poll';
import { isPartial } from '../stream';
import { withFieldConfig } from '../withFieldConfig';
import { autoIntervals } from './autoIntervals';
import type { Question } from './fixedRequest';
import { fixedRequest, requestKey } from './fixedRequest';
import { obstacleOf } from './obstacle';
import type { Fixed } from './readJudgeOn';
import { readJudgeOn } from './readJudgeOn';
import { runFixed } from './runFixed';

/** What the states of a panel are judged on. */
export type JudgedData =
  | { mode: 'view'; because?: CannotJudgeOn }
  | ({ mode: 'fixed'; /** Undefined: the first answer is under way. */ data?: PanelData } & Fixed);

/**
 * What the panel judges: what is in view, or the answer of queries of its own for a fixed look-back and step. They are run
 * at once where something else is asked (another query, another value of a variable), else once a step at most, whatever
 * the dashboard's refresh is, and never in a hidden tab.
 *
 * @param data - what is in view, settled
 */
export function useJudgedData(props: PanelProps<ProtocolOptions>, data: PanelData): JudgedData {
  const { judgeOn, lookBack, step } = props.options;
  const asked = useMemo(() => readJudgeOn({ judgeOn, lookBack, step }), [judgeOn, lookBack, step]);
  const shown = useLastAnswered(data);
  const obstacle = useMemo(() => shown && obstacleOf(shown, Boolean(config.publicDashboardAccessToken)), [shown]);
  const fixed = asked.mode === 'fixed' && obstacle === undefined ? asked : undefined;
  const answer = useAnswer(fixed && shown?.request, fixed, props.replaceVariables);
  const judged = useFieldConfig(answer, props);
  return useMemo((): JudgedData => {
    if (asked.mode === 'view') {
      return asked;
    }
    return obstacle === undefined ? { ...asked, data: judged } : { mode: 'view', because: obstacle };
  }, [asked, obstacle, judged]);
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

/**
 * The newest answer to the panel's own queries.
 *
 * @param request - the panel's; undefined asks nothing
 */
function useAnswer(
  request: DataQueryRequest | undefined,
  fixed: Fixed | undefined,
  replaceVariables: PanelProps['replaceVariables']
): PanelData | undefined {
  const [answer, setAnswer] = useState<{ key: string; data: PanelData }>();
  const question = useMemo(
    () => (request && fixed ? { request, ...fixed, intervals: autoIntervals() } : undefined),
    [request, fixed]
  );
  const key = useMemo(() => question && requestKey(question, replaceVariables), [question, replaceVariables]);
  // Each asking copies the newest request: it may differ in what the key leaves out.
  const newest = useRef({ question, replaceVariables });
  useEffect(() => {
    newest.current = { question, replaceVariables };
  });
  const stepMs = fixed?.stepMs;
  useEffect(() => {
    if (key === undefined || stepMs === undefined) {
      return undefined;
    }
    const answers = poll(() => askNow(newest.current), stepMs).subscribe((data) => setAnswer({ key, data }));
    return () => answers.unsubscribe();
  }, [key, stepMs]);
  return answer !== undefined && answer.key === key ? answer.data : undefined;
}

function askNow({ question, replaceVariables }: { question?: Question; replaceVariables: (text: string) => string }) {
  return question ? runFixed(fixedRequest(question, Date.now()), replaceVariables) : EMPTY;
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

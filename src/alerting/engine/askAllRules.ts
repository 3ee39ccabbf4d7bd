import type { AlertRule } from '../../protocol/engine/alertRule';
import { readGrafanaRules } from '../linked/readGrafanaRules';
import { readSourceRules } from '../linked/readSourceRules';
import type { EngineApi } from './engineApi';

/** The alert rules of Grafana and of some data sources, all that the reader may see. Never rejects. */
export async function askAllRules(
  api: EngineApi,
  sources: readonly string[]
): Promise<{ rules: readonly AlertRule[]; isWhole: boolean }> {
  const answers = await Promise.allSettled([
    api.definitions().then((reply) => readGrafanaRules(reply)),
    ...sources.map((uid) => api.sourceRules(uid).then((reply) => readSourceRules(reply, uid))),
  ]);
  return {
    rules: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
    isWhole: answers.every(({ status }) => status === 'fulfilled'),
  };
}

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { changeNotes } from '../../words/changeNotes';
import type { TimeWords } from '../../words/whenWords';

/** Since when the rule is as it is, and what will change. */
export default function RuleChanges({ metric, times }: { metric: MetricProtocol; times: TimeWords }) {
  return <p>{changeNotes(t, metric, times).join(' ')}</p>;
}

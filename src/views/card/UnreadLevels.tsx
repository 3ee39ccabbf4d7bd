import { t } from '../../locales/t';
import type { Rule } from '../../rule/rule';
import { unreadLevelWords } from '../../words/problemWords';

/** What was written of levels that can't be judged, and why it can't be read, in the place of the answer. */
export default function UnreadLevels({ rule }: { rule: Rule }) {
  return unreadLevelWords(t, rule).map((words) => <div key={words}>{words}</div>);
}

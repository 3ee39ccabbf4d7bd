import type { Handover } from '../../protocol/handover/handover';
import type { Translate } from '../translate';

/** What a handover tells of, in the order in which it is read aloud. */
export const TOPICS = ['needs', 'began', 'worse', 'ended', 'accepted', 'changed', 'cantSay'] as const;
export type Topic = (typeof TOPICS)[number];

/** What a part is called. */
export function topicName(t: Translate, topic: Topic): string {
  switch (topic) {
    case 'needs':
      return t('handover.topic.needs', 'Needs somebody now');
    case 'began':
      return t('handover.topic.began', 'New');
    case 'worse':
      return t('handover.topic.worse', 'Got worse');
    case 'ended':
      return t('handover.topic.ended', 'Ended');
    case 'accepted':
      return t('handover.topic.accepted', 'Accepted');
    case 'changed':
      return t('handover.topic.changed', 'Changed');
    case 'cantSay':
      return t('handover.topic.cant-say', 'Unclear');
  }
}

/** What says nothing of now. */
const OF_THE_PAST: ReadonlySet<string> = new Set(['shortRange', 'recordBefore', 'untracked']);

/** What the first part says where nothing fires: that is only as good as what could be judged. */
export function nobodyNeeded(t: Translate, { ruled, cantJudge, notRead }: Handover): string {
  const isAllRead = !notRead.some(({ kind }) => !OF_THE_PAST.has(kind));
  if (ruled === 0 && !isAllRead) {
    return t('handover.nobody-judged', 'Nobody, as far as can be said: no rule is checked here.');
  }
  if (ruled === 0) {
    return t('handover.no-rules', 'No metric here has a rule.');
  }
  const judged = ruled - cantJudge.length;
  return judged < ruled || !isAllRead
    ? t('handover.nobody-as-far', 'Nobody, as far as can be said: {{judged}} of {{ruled}} rules are checked.', {
        judged,
        ruled,
      })
    : t('handover.nobody', 'Nobody. {{count}} rules are checked, and none is in breach.', {
        count: ruled,
        defaultValue_one: 'Nobody. {{count}} rule is checked, and it is not in breach.',
        defaultValue_other: 'Nobody. {{count}} rules are checked, and none is in breach.',
      });
}

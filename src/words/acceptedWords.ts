import { truncate } from 'lodash';

import type { MetricProtocol } from '../protocol/protocol';
import { acceptedUntil } from '../protocol/responses/accepted';
import { withNote } from './responses/withNote';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

/** As much of a reason as a folded card has room for, in letters. */
const MOST_LETTERS = 60;

/**
 * That somebody lives with the breach for now: "accepted by Ana until 4 Dec: autumn sale", a long reason cut; what came
 * from a response sheet says so. On an open card, which says by whom and why below, until when alone. Undefined where nobody does.
 */
export function acceptedWords(t: Translate, metric: MetricProtocol, times: TimeWords, open: boolean) {
  const moment = acceptedUntil(metric);
  if (moment === undefined) {
    return undefined;
  }
  const until = times.day(moment);
  const one = metric.response?.open?.response?.interventions.findLast(
    ({ said }) => said.kind === 'accepted' && said.until === moment
  );
  if (open || !one) {
    return t('views.card.accepted', 'accepted until {{until}}', { until });
  }
  const note = truncate(one.note?.trim(), { length: MOST_LETTERS, separator: ' ', omission: '…' });
  const accepted = t('views.card.accepted-by', 'accepted by {{by}} until {{until}}', { by: one.by, until });
  return withNote(t, accepted, { note, source: one.source });
}

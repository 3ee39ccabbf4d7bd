import { overdueOf } from '../../protocol/overdue';
import type { Accepted, ChangedRule, HandoverBreach, HandoverMetric, Needing } from '../../protocol/handover/handover';
import type { Severity } from '../../rule/level';
import { badgeOf } from '../badge';
import { notAgreedWords } from '../agreedWords';
import { changedTo } from '../changeNotes';
import { deadlineWords } from '../deadlineWords';
import { noteWords } from '../noteWords';
import { briefOwnerWords, escalationWords } from '../roleNames';
import { interventionWords } from '../responses/interventionWords';
import { withNote } from '../responses/withNote';
import { lateWords, respondedWords } from '../responses/openWords';
import { briefSinceWords, momentWords } from '../sinceWords';
import { stateWord } from '../stateWord';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import { lengthAloud, lengthWords } from './lengthWords';

/**
 * What fires, as it is read aloud: what it is, who has it or does not, and what is late: "Iberia 9.3 h, critical for 7 d.
 * Next word from Ana was due 13:00, 40 min ago. Now Ben’s turn (deputy), then VP Sales."
 */
export function needingWords(t: Translate, { metric, label, news, isUnanswered }: Needing, times: TimeWords): string {
  const { late, turn } = lateWords(t, metric, metric.response?.open ?? {}, times);
  const whose =
    late === undefined ? [holderWords(t, metric, isUnanswered, times), overdueWords(t, metric, times)] : [late, turn];
  return sentences([stateWords(t, { metric, label, news }, times), ...whose]);
}

function stateWords(
  t: Translate,
  { metric, label, news }: Pick<Needing, 'metric' | 'label' | 'news'>,
  times: TimeWords
) {
  const { last, format, now } = metric;
  const values = {
    name: last ? t('handover.value', '{{name}} {{value}}', { name: label, value: format(last.value) }) : label,
    state: severityName(t, now.state === 'firing' ? now.severity : 'critical'),
    since: briefSinceWords(t, { ...metric, now: readAloud(now) }, times) ?? '',
  };
  switch (news) {
    case 'new':
      return t('handover.needs-new', '{{name}}, {{state}} {{since}}, new', values);
    case 'worse':
      return t('handover.needs-worse', '{{name}}, {{state}} {{since}}, got worse', values);
    default:
      return t('handover.needs', '{{name}}, {{state}} {{since}}', values);
  }
}

/** A state whose length is read aloud: of a moment at which it has lasted for as long as is said. */
function readAloud(now: HandoverMetric['metric']['now']): HandoverMetric['metric']['now'] {
  const { at, since } = now;
  return since === null ? now : { ...now, at: since + lengthAloud(at - since) };
}

/** Who has it, else who is to act. */
function holderWords(t: Translate, metric: HandoverMetric['metric'], isUnanswered: boolean, times: TimeWords) {
  return respondedWords(t, metric, times) ?? silentWords(t, briefOwnerWords(t, metric), isUnanswered);
}

/** Who is to act on what nobody has said anything of, or on what it is not known of. */
export function silentWords(t: Translate, owner: string | undefined, isUnanswered: boolean): string {
  if (!isUnanswered) {
    return owner === undefined
      ? t('handover.no-owner', 'No owner is named')
      : t('handover.owner', 'Owner: {{owner}}', { owner });
  }
  return owner === undefined
    ? t('handover.nobody-has-it', 'No owner is named, and nobody has said anything')
    : t('handover.not-taken', '{{owner}}: nothing said yet', { owner });
}

function overdueWords(t: Translate, metric: HandoverMetric['metric'], times: TimeWords): string | undefined {
  const { now } = metric;
  const { at = now.at } = overdueOf(metric) ?? {};
  const aloud = { ...metric, now: { ...now, at: at < now.at ? at + lengthAloud(now.at - at) : now.at } };
  const deadline = deadlineWords(t, aloud, times);
  const to = escalationWords(t, metric, times);
  if (!deadline?.isOverdue) {
    return undefined;
  }
  return to === undefined
    ? deadline.words
    : t('handover.overdue-to', '{{overdue}}: tell {{to}}', { overdue: deadline.words, to });
}

/** What began: "Commit gap, warning since Fri 20 Nov", "Leads, critical Tue 10:00, over after 2 h". */
export function beganWords(t: Translate, breach: HandoverBreach, times: TimeWords): string {
  const { row, record } = breach;
  const values = fromValues(t, breach, times);
  if (row.until === undefined) {
    return t('handover.began', '{{name}}, {{state}} since {{from}}.', values);
  }
  return record?.isEndUnknown
    ? t('handover.began-over-unknown', '{{name}}, {{state}} {{from}}. When it ended is not known.', values)
    : t('handover.began-over', '{{name}}, {{state}} {{from}}, over after {{length}}.', {
        ...values,
        length: lengthWords(row.lengthMs),
      });
}

/** What went on and became critical: "Iberia, warning since 3 Mar, critical since yesterday 14:00, over after 8 d." */
export function worseWords(t: Translate, breach: HandoverBreach, times: TimeWords): string {
  const { row, record } = breach;
  const values = { ...fromValues(t, breach, times), before: beforeWords(t, breach, times) };
  if (row.until === undefined || record?.isEndUnknown) {
    const words = t('handover.worse', '{{name}}, {{before}}, {{state}} since {{from}}.', values);
    return row.until === undefined ? words : `${words} ${t('handover.end-unknown', 'When it ended is not known.')}`;
  }
  return t('handover.worse-over', '{{name}}, {{before}}, {{state}} since {{from}}, over after {{length}}.', {
    ...values,
    length: lengthWords(row.lengthMs),
  });
}

/** What it was before, and since when. */
function beforeWords(t: Translate, { row, stepMs }: HandoverBreach, times: TimeWords): string {
  const [{ severity }] = row.breaches;
  const state = severity === row.severity ? t('handover.in-breach', 'in breach') : severityName(t, severity);
  const values = { state, from: momentWords({ stepMs }, row.knownFrom, times) };
  return row.since === null
    ? t('handover.before-at-least', '{{state}} since at least {{from}}', values)
    : t('handover.before', '{{state}} since {{from}}', values);
}

/** What a breach is, how bad, and when it began or became so. */
export function fromValues(t: Translate, { label, row, stepMs }: HandoverBreach, times: TimeWords) {
  const from = momentWords({ stepMs }, row.worstSince ?? row.knownFrom, times);
  return { name: label, state: severityName(t, row.severity), from };
}

/** What ended, with the last word of it: "Canada, after 1 d 2 h: Done (Dana): one partner feed was late." */
export function endedWords(t: Translate, breach: HandoverBreach, times: TimeWords): string {
  const { label, row, response, isUnanswered, record } = breach;
  const length = lengthWords(row.lengthMs);
  const after = record?.isEndUnknown
    ? t('handover.ended-unknown', '{{name}}, when is not known', { name: label })
    : row.since === null
      ? t('handover.ended-at-least', '{{name}}, after at least {{length}}', { name: label, length })
      : t('handover.ended', '{{name}}, after {{length}}', { name: label, length });
  const last = response?.interventions.at(-1);
  const words = last
    ? interventionWords(t, last, times)
    : isUnanswered && t('handover.nothing-recorded', 'no response was recorded');
  return sentences([words ? t('handover.said-of', '{{what}}: {{words}}', { what: after, words }) : after]);
}

/** "Partner-sourced pipeline until 1 Dec (Ana): known, quarter end." */
export function acceptedItem(t: Translate, { label, until, said }: Accepted, times: TimeWords): string {
  const values = { name: label, until: times.day(until), by: said?.by ?? '' };
  const words = t('handover.accepted', '{{name}} until {{until}} ({{by}})', values);
  return sentences([said ? withNote(t, words, said) : words]);
}

/** "Handoff to kickoff, from 1 Jan: critical above 9 d → above 8 d, not agreed yet." */
export function changedItem(
  t: Translate,
  { metric, label, change, isUpcoming, isNotAgreed }: ChangedRule,
  times: TimeWords
): string {
  if (!change) {
    const changed = notAgreedWords(t, metric, times) ?? '';
    return sentences([t('handover.said-of', '{{what}}: {{words}}', { what: label, words: changed })]);
  }
  const values = { name: label, day: times.day(change.at), what: changedTo(t, change, metric.formatLevel) };
  const words = isUpcoming
    ? t('handover.changes', '{{name}}, from {{day}}: {{what}}', values)
    : t('handover.changed', '{{name}}, since {{day}}: {{what}}', values);
  return sentences([isNotAgreed ? t('handover.not-agreed', '{{words}}, not agreed yet', { words }) : words]);
}

/** "Win rate: needs 2 d of data, 6 h in view." */
export function cantJudgeWords(t: Translate, { metric, label }: HandoverMetric, times: TimeWords): string {
  const [note] = noteWords(t, metric, times);
  const words = note ?? stateWord(t, badgeOf(metric));
  return sentences([t('handover.said-of', '{{what}}: {{words}}', { what: label, words })]);
}

/** A severity inside of a sentence. */
function severityName(t: Translate, severity: Severity): string {
  return severity === 'critical' ? t('handover.critical', 'critical') : t('handover.warning', 'warning');
}

/** Sentences one after another, each with its full stop. */
export function sentences(all: ReadonlyArray<string | undefined>): string {
  return all
    .filter((one): one is string => Boolean(one?.trim()))
    .map((one) => (/[.!?…]$/.test(one.trim()) ? one.trim() : `${one.trim()}.`))
    .join(' ');
}

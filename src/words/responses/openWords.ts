import { overdueOf } from '../../protocol/overdue';
import type { MetricProtocol } from '../../protocol/protocol';
import { acceptedUntil } from '../../protocol/responses/accepted';
import type { BreachResponse } from '../../protocol/responses/breachResponse';
import type { OpenBreach } from '../../protocol/responses/metricResponse';
import type { Intervention, SaidKind } from '../../protocol/responses/intervention';
import { lateLength } from '../deadlineWords';
import { said as saidIn } from '../said';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import { interventionWords } from './interventionWords';
import { withNote } from './withNote';

/** What a card says of what people did about the breach that fires now. */
export interface OpenWords {
  /** What was promised and is late, said loudest: "Next word from Ana was due 13:00, 40 min ago." */
  late?: string;
  /** Whose turn it is then: "Now Ben’s turn (deputy), then VP Sales." */
  turn?: string;
  /** Who has it, what was done, what was decided, a sentence each. */
  said: readonly string[];
}

/** What is known of the interventions, as far as a card speaks of it. */
export interface WhatIsKnown {
  /** From this moment on all of them are known, epoch ms. */
  knownFrom: number;
}

/** What people did about the breach that fires now. Undefined where nothing fires, or nothing of it can be said. */
export function openWords(
  t: Translate,
  metric: MetricProtocol,
  { knownFrom }: WhatIsKnown,
  times: TimeWords
): OpenWords | undefined {
  const open = metric.response?.open;
  if (!open) {
    return undefined;
  }
  const { response } = open;
  if (!response) {
    const { since } = metric.now;
    const isTold = since !== null && since >= knownFrom;
    return { said: isTold ? [t('views.response.none', 'No recorded response yet.')] : maybeWords(t, open, times) };
  }
  return {
    ...lateWords(t, metric, open, times),
    said: saidOf(t, metric, response, times),
  };
}

function saidOf(t: Translate, metric: MetricProtocol, response: BreachResponse, times: TimeWords): string[] {
  return [
    holderSentence(t, metric, response, times),
    actedSentence(t, response, times),
    acceptedSentence(t, metric, response, times),
    dismissedSentence(t, response, times),
  ].filter((words) => words !== undefined);
}

/** Who has the breach that fires, and what was decided of it: "Ana has it (since 11:20), next word by today 13:00." */
export function respondedWords(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  const response = metric.response?.open?.response;
  return response && saidOf(t, metric, response, times).join(' ');
}

/** That the next word is late, and whose turn it is. */
export function lateWords(
  t: Translate,
  metric: MetricProtocol,
  { deputy }: Pick<OpenBreach, 'deputy'>,
  times: TimeWords
): Pick<OpenWords, 'late' | 'turn'> {
  const overdue = overdueOf(metric);
  if (overdue?.kind !== 'word') {
    return {};
  }
  const values = {
    by: overdue.by,
    at: times.since(overdue.at),
    late: lateLength(metric.now.at - overdue.at),
  };
  return {
    late: t('views.response.late', 'Next word from {{by}} was due {{at}}, {{late}} ago.', values),
    turn: turnWords(t, deputy?.name, saidIn(metric.rule, 'escalateTo')),
  };
}

function turnWords(t: Translate, deputy: string | undefined, then: string | undefined): string | undefined {
  if (deputy === undefined) {
    return then === undefined ? undefined : t('views.response.turn', 'Now {{name}}’s turn.', { name: then });
  }
  return then === undefined
    ? t('views.response.turn-deputy', 'Now {{name}}’s turn (deputy).', { name: deputy })
    : t('views.response.turn-deputy-then', 'Now {{name}}’s turn (deputy), then {{then}}.', { name: deputy, then });
}

/** "Ana has it (since 11:20), next word by today 13:00." What is late is said before. */
function holderSentence(
  t: Translate,
  { now }: MetricProtocol,
  { holder, nextWordBy, interventions }: BreachResponse,
  times: TimeWords
): string | undefined {
  if (!holder) {
    return undefined;
  }
  const by = interventions.findLast(({ said }) => said.kind === 'handedOver' || said.kind === 'taken');
  const values = { name: holder.name, by: by?.by, since: times.since(holder.since) };
  if (by?.said.kind === 'handedOver') {
    return sentence(t, t('views.response.holder-handed', '{{name}} has it (from {{by}}, {{since}})', values), by);
  }
  return sentence(
    t,
    nextWordBy !== undefined && nextWordBy > now.at
      ? t('views.response.holder-until', '{{name}} has it (since {{since}}), next word by {{at}}', {
          ...values,
          at: times.at(nextWordBy),
        })
      : t('views.response.holder', '{{name}} has it (since {{since}})', values),
    by
  );
}

/** What was done at last. */
function actedSentence(t: Translate, response: BreachResponse, times: TimeWords): string | undefined {
  const last = lastOf(response, 'acted');
  return (
    last &&
    sentence(t, t('views.response.acted-at', 'Done {{at}} ({{by}})', { by: last.by, at: times.since(last.at) }), last)
  );
}

/** "Accepted until 1 Dec by Ana: known, quarter end." An acceptance that is over says so. */
function acceptedSentence(
  t: Translate,
  metric: MetricProtocol,
  response: BreachResponse,
  times: TimeWords
): string | undefined {
  const last = lastOf(response, 'accepted');
  if (last?.said.kind !== 'accepted' || response.acceptedUntil !== last.said.until) {
    return undefined;
  }
  const values = { by: last.by, until: times.day(last.said.until) };
  return acceptedUntil(metric) === undefined
    ? sentence(t, t('views.response.was-accepted', 'Was accepted until {{until}} ({{by}}), which is over', values))
    : sentence(t, t('views.response.accepted', 'Accepted until {{until}} ({{by}})', values), last);
}

function dismissedSentence(t: Translate, response: BreachResponse, times: TimeWords): string | undefined {
  const last = response.dismissed && lastOf(response, response.dismissed);
  return last && sentence(t, interventionWords(t, last, times));
}

/** Nobody knows whether it is this breach of which somebody spoke. */
function maybeWords(t: Translate, { maybe }: OpenBreach, times: TimeWords): string[] {
  const last = maybe.at(-1);
  return last
    ? [
        t('views.response.maybe', 'Of this breach, or of one before it: {{words}} ({{at}}).', {
          words: interventionWords(t, last, times),
          at: times.at(last.at),
        }),
      ]
    : [];
}

function lastOf({ interventions }: BreachResponse, kind: SaidKind): Intervention | undefined {
  return interventions.findLast(({ said }) => said.kind === kind);
}

/** A sentence with where it came from and the note of who said it, where somebody is named. */
function sentence(t: Translate, words: string, one?: Pick<Intervention, 'note' | 'source'>): string {
  return `${(one ? withNote(t, words, one) : words).replace(/\.$/, '')}.`;
}

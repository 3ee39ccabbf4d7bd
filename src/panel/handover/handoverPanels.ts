import type { HandoverPanel, NotRead } from '../../protocol/handover/handover';
import type { Protocol } from '../../protocol/protocol';
import { withAnswers } from '../../protocol/responses/sheetAnswers';
import { withResponses } from '../../protocol/responses/withResponses';
import type { SheetAnswer } from '../../tables/responses/answer';
import type { ToldPanel, ToldSources } from '../sources/TellSources';

/**
 * The panels of a dashboard as a handover takes them.
 *
 * @param answers - Of the handover's own response sheet: they speak of all panels. Undefined where it has none.
 */
export function handoverPanels(
  { told }: Pick<ToldSources, 'told'>,
  answers: readonly SheetAnswer[] | undefined
): HandoverPanel[] {
  return told.flatMap(({ key, title, panel, told: tells }) =>
    'protocol' in tells ? [{ key, title, panelId: panel?.id, protocol: answered(tells.protocol, answers) }] : []
  );
}

function answered(protocol: Protocol, answers: readonly SheetAnswer[] | undefined): Protocol {
  return answers && protocol.responses
    ? withResponses(protocol, withAnswers(protocol.responses, answers, protocol), protocol.who)
    : protocol;
}

/** What of the dashboard can't be told, or not yet. */
export function notReadOf(sources: ToldSources): NotRead[] {
  const { awaited, failed, missing, lost, unclear, told } = sources;
  return [
    ...told.flatMap(nothingOf),
    ...failed.map(({ title }): NotRead => ({ kind: 'failed', title })),
    ...awaited.map(({ title }): NotRead => ({ kind: 'awaited', title })),
    ...missing.map(({ title }): NotRead => ({ kind: 'notAsked', title })),
    ...(lost.length > 0 ? [{ kind: 'lost', refIds: lost.map(({ refId }) => refId) } as const] : []),
    ...unclear.map((name): NotRead => ({ kind: 'unclear', name })),
  ];
}

/** Of what the handover asks for by itself nothing is missed: that may be a sheet alone. */
function nothingOf({ title, told }: ToldPanel): NotRead[] {
  if ('protocol' in told || title === undefined) {
    return [];
  }
  return [told.errors.length > 0 ? { kind: 'failed', title } : { kind: 'nothing', title, because: told.nothing }];
}

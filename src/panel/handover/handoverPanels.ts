import type { ScenePanel } from '../../frames/scenePanels';
import { textOf } from '../../frames/textOf';
import type { HandoverPanel, NotRead, RecordingPlace } from '../../protocol/handover/handover';
import type { Protocol } from '../../protocol/protocol';
import { withAnswers } from '../../protocol/responses/sheetAnswers';
import { withResponses } from '../../protocol/responses/withResponses';
import type { SheetAnswer } from '../../tables/responses/answer';
import { optionsOf } from '../sources/sourceProps';
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
  return told.flatMap(({ key, title, panel, told: tells }): HandoverPanel[] =>
    'protocol' in tells
      ? [
          {
            ...{ key, title, panelId: panel?.id, protocol: answered(tells.protocol, answers) },
            ...(panel && isRecording(panel) && { isRecording: true }),
          },
        ]
      : []
  );
}

/** The panels of a dashboard on which breaches may have been recorded. */
export function recordingPlaces({ told, awaited, failed, missing }: ToldSources): RecordingPlace[] {
  const place = (title: string, panel: ScenePanel | undefined, isTold: boolean): RecordingPlace[] =>
    panel?.id === undefined
      ? []
      : [{ panelId: panel.id, title, isTold, hasOwnAnswers: Boolean(textOf(optionsOf(panel).responseSheet)) }];
  return [
    ...told.flatMap(({ title = '', panel, told: tells }) => place(title, panel, 'protocol' in tells)),
    ...awaited.flatMap(({ title, panel }) => place(title, panel, true)),
    ...[...failed, ...missing].flatMap(({ title, panel }) => place(title, panel, false)),
  ];
}

function isRecording(panel: ScenePanel): boolean {
  return optionsOf(panel).record === true;
}

function answered(protocol: Protocol, answers: readonly SheetAnswer[] | undefined): Protocol {
  return answers && protocol.responses
    ? withResponses(protocol, withAnswers(protocol.responses, answers, protocol), protocol.who)
    : protocol;
}

/**
 * What of the dashboard can't be told, or not yet.
 *
 * @param isRecordRead - Whether what is on the record is known.
 */
export function notReadOf(sources: ToldSources, isRecordRead: boolean): NotRead[] {
  const { awaited, failed, missing, lost, unclear, told } = sources;
  return [
    ...told.flatMap(nothingOf),
    ...failed.map(({ title }): NotRead => ({ kind: 'failed', title })),
    ...awaited.map(({ title }): NotRead => ({ kind: 'awaited', title })),
    ...missing.map(({ title, panel }): NotRead => ({
      kind: isRecordRead && isRecording(panel) ? 'recordAlone' : 'notAsked',
      title,
    })),
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

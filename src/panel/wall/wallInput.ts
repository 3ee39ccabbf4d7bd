import { t } from '../../locales/t';
import { panelKey } from '../../frames/dashboardPanels';
import type { NotRead, WallInput } from '../../protocol/wall/wallInput';
import type { ToldSources, UntoldPanel } from '../sources/TellSources';

/** What a wall is told from: every panel that was asked for, and what could not be read of them. */
export function wallInput(sources: ToldSources): WallInput {
  const { told, awaited, failed, lost, unclear, hasStreams, isOwnNotLoaded } = sources;
  return {
    panels: told.map(({ key, title, panel, told: tells, isPartial }) => ({
      id: key,
      title: panel && nameOf(title, panel.id),
      told: tells,
      isPartial,
    })),
    notRead: [
      ...(isOwnNotLoaded ? [{ kind: 'rulesNotLoaded' as const }] : []),
      ...failed.map(({ title, panel, isNotLoaded }): NotRead => ({
        kind: isNotLoaded ? 'rulesNotLoaded' : 'panelFailed',
        id: panel.key,
        title: nameOf(title, panel.id),
      })),
      ...otherRepeats(sources).map(({ title, panel }): NotRead => ({
        kind: 'otherRepeat',
        title: nameOf(title, panel.id),
      })),
      ...lost.map(({ panelId, refId }): NotRead => ({
        kind: 'panelMissing',
        id: panelId === undefined ? undefined : panelKey(panelId),
        title: nameOf('', panelId ?? refId),
      })),
      ...unclear.map((name): NotRead => ({ kind: 'ruleUnclear', name })),
      ...awaited.map(({ title, panel }): NotRead => ({
        kind: 'panelAwaited',
        id: panel.key,
        title: nameOf(title, panel.id),
      })),
    ],
    notShown: notShown(sources),
    hasStreams,
  };
}

/** Repeats share an id: whoever asks for one of them means them all. */
function otherRepeats(sources: ToldSources): UntoldPanel[] {
  const asked = askedIds(sources);
  return sources.missing.filter(({ panel: { id } }) => id !== undefined && asked.has(id));
}

/** The panels that it could show, and does not ask for. */
function notShown(sources: ToldSources): string[] {
  const asked = askedIds(sources);
  const others = sources.missing.filter(({ panel: { id } }) => id === undefined || !asked.has(id));
  return [...new Set(others.map(({ title, panel }) => nameOf(title, panel.id)))];
}

function askedIds({ told, awaited, failed }: ToldSources): ReadonlySet<number> {
  return new Set([...told, ...awaited, ...failed].flatMap(({ panel }) => panel?.id ?? []));
}

function nameOf(title: string | undefined, id: number | string | undefined): string {
  return title?.trim() ? title : t('panel.wall.untitled', 'Panel {{id}}', { id: id ?? '?' });
}

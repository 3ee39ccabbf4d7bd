import type { PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';

import { findMetrics } from '../../frames/metrics';
import type { ScenePanel } from '../../frames/scenePanels';
import type { SourceQuery } from '../../frames/sourceQueries';
import { asksPanels } from '../../frames/dashboardSource';
import type { Told } from '../../protocol/tellProtocol';
import type { ProtocolOptions } from '../options';
import type { Telling } from './SourceTeller';
import { OwnTeller, SourceTeller } from './SourceTeller';
import { ownErrors } from './ownErrors';
import { takenData, variablesOf } from './sourceProps';
import type { SourceReading } from './useSourceReading';
import { useSourceReading } from './useSourceReading';

/** A panel that was told. */
export interface ToldPanel {
  /** Tells it from the others of the dashboard, repeats of one another too. */
  key: string;
  /** With its variables put in; undefined of the own queries of the panel that shows them. */
  title?: string;
  /** As the dashboard has it; undefined of the own queries. */
  panel?: ScenePanel;
  told: Told;
  /** What has come of its data is a part of the answer. */
  isPartial?: boolean;
}

/** A panel that can't be told. */
export interface UntoldPanel {
  title: string;
  panel: ScenePanel;
  /** Nothing failed but the part of the plugin that reads its rules, which could not be loaded. */
  isNotLoaded?: boolean;
}

/** What a panel that shows others has to show. */
export interface ToldSources {
  /** In the order of the dashboard, the own queries last. */
  told: readonly ToldPanel[];
  /** Panels whose data are under way. */
  awaited: readonly UntoldPanel[];
  /** Panels of which nothing came, though they were asked for. */
  failed: readonly UntoldPanel[];
  /** The part of the plugin that reads the rules of the own queries could not be loaded. */
  isOwnNotLoaded: boolean;
  /** Panels that keep rules, or may keep some, and that nobody asked for. */
  missing: readonly UntoldPanel[];
  /** Queries whose panel is not on the dashboard. */
  lost: readonly SourceQuery[];
  /** Names of series of which nobody can say by which rules they are to be judged. */
  unclear: readonly string[];
  /** Some of it are streams, and come through one of several queries: so they move at each refresh alone. */
  hasStreams: boolean;
}

interface TellSourcesProps {
  /** The panel that shows others. */
  panel: PanelProps<ProtocolOptions>;
  children: (sources: ToldSources) => ReactNode;
}

const OWN = 'own queries';

/**
 * Tells the panels that a panel's queries name, each as it tells itself: by its own rules, sheets and options, with what
 * people did about its breaches. What it shows is up to its children.
 */
export function TellSources({ panel, children }: TellSourcesProps) {
  const reading = useSourceReading(panel);
  const [tellings, setTellings] = useState<ReadonlyMap<string, Telling>>(new Map());
  const onTold = useCallback((key: string, telling: Telling | undefined) => {
    setTellings((before) => withTelling(before, key, telling));
  }, []);
  const shown = useMemo(() => shownBy(reading, panel.data), [reading, panel.data]);
  const own = useOwnPanel(panel, reading);
  const hasOwn = panel.data.request?.targets.some((target) => !asksPanels(target)) ?? false;
  const isOneOfSeveral = (panel.data.request?.targets.length ?? 0) > 1;
  const { replaceVariables, data } = panel;
  const sources = useMemo(
    () => toldSources({ reading, tellings, replaceVariables, isDone: isDone(data), hasOwn, isOneOfSeveral }),
    [reading, tellings, replaceVariables, data, hasOwn, isOneOfSeveral]
  );
  return (
    <>
      {shown.map(({ source, data: of }) => (
        <SourceTeller key={source.key} asking={panel} source={source} data={of} onTold={onTold} />
      ))}
      <OwnTeller id={OWN} panel={own} onTold={onTold} />
      {children(sources)}
    </>
  );
}

/**
 * What each source shows: what it has itself, or, where the dashboard can't be looked at, what came of it. Panels of which
 * nothing is there are left out.
 */
function shownBy(
  { asked, from, frames }: SourceReading,
  asking: PanelData
): Array<{ source: ScenePanel; data: PanelData }> {
  return asked.flatMap((source) => {
    const taken = frames.ofPanels.get(source.key) ?? [];
    const own = source.data.at(-1);
    const data = from === 'saved' && taken.length > 0 ? takenData(asking, taken) : own;
    return data && data.state !== LoadingState.NotStarted ? [{ source, data }] : [];
  });
}

/** The panel as it would be with its own queries alone. */
function useOwnPanel(panel: PanelProps<ProtocolOptions>, reading: SourceReading): PanelProps<ProtocolOptions> {
  const { data } = panel;
  const { own } = reading.frames;
  const request = useMemo(
    () => data.request && { ...data.request, targets: data.request.targets.filter((target) => !asksPanels(target)) },
    [data.request]
  );
  const ownData = useMemo(
    () => ({ ...data, series: own, request, error: undefined, errors: ownErrors(data, reading) }),
    [data, own, request, reading]
  );
  return useMemo(() => ({ ...panel, data: ownData }), [panel, ownData]);
}

function withTelling(
  before: ReadonlyMap<string, Telling>,
  key: string,
  telling: Telling | undefined
): ReadonlyMap<string, Telling> {
  if (before.get(key) === telling) {
    return before;
  }
  const after = new Map(before);
  if (telling) {
    after.set(key, telling);
  } else {
    after.delete(key);
  }
  return after;
}

function isDone({ state }: PanelData): boolean {
  return state === LoadingState.Done || state === LoadingState.Error;
}

interface Parts {
  reading: SourceReading;
  tellings: ReadonlyMap<string, Telling>;
  replaceVariables: PanelProps['replaceVariables'];
  /** Whether the panel's queries have answered. */
  isDone: boolean;
  hasOwn: boolean;
  /** Whether it has several. */
  isOneOfSeveral: boolean;
}

function toldSources({
  reading,
  tellings,
  replaceVariables,
  isDone: done,
  hasOwn,
  isOneOfSeveral,
}: Parts): ToldSources {
  const untold = (panel: ScenePanel): UntoldPanel => ({
    title: variablesOf(replaceVariables, panel.repeat)(panel.title),
    panel,
  });
  const told = reading.asked.flatMap((panel): ToldPanel[] => {
    const { told: tells, title, isPartial = false } = tellings.get(panel.key) ?? {};
    return tells ? [{ key: panel.key, title, panel, told: tells, isPartial }] : [];
  });
  const rest = reading.asked.filter(({ key }) => tellings.get(key)?.told === undefined);
  const isNotLoaded = ({ key }: ScenePanel) => tellings.get(key)?.isNotLoaded;
  const hasFailed = (panel: ScenePanel) => isNotLoaded(panel) ?? (done && panel.data.length === 0);
  const own = hasOwn ? tellings.get(OWN) : undefined;
  return {
    told: own ? [...told, { key: OWN, told: own.told ?? own.awaited, isPartial: own.isPartial }] : told,
    awaited: rest.filter((panel) => !hasFailed(panel)).map(untold),
    failed: rest.filter(hasFailed).map((panel) => ({ ...untold(panel), isNotLoaded: isNotLoaded(panel) })),
    isOwnNotLoaded: own?.isNotLoaded ?? false,
    missing: reading.missing.map(untold),
    lost: reading.lost,
    unclear: namesOf(reading),
    hasStreams: isOneOfSeveral && [...tellings.values()].some(({ isStream }) => isStream),
  };
}

/** What is not judged: the series, and what has a name but no series. */
function namesOf({ frames: { unknown } }: SourceReading): string[] {
  const found = findMetrics(unknown);
  return typeof found === 'string'
    ? unknown.map(({ name, refId }) => name ?? refId ?? '')
    : found.map(({ name }) => name);
}

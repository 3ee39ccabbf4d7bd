import type { PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { useEffect, useMemo } from 'react';

import type { ScenePanel } from '../../frames/scenePanels';
import type { Told } from '../../protocol/tellProtocol';
import type { ProtocolOptions } from '../options';
import { useResponses } from '../responses/useResponses';
import { SECOND } from '../../time/units';
import type { ApartFromSheets } from '../sheets/useSheets';
import { useSheets } from '../sheets/useSheets';
import { isPartial, isStream } from '../stream';
import { useProtocol } from '../useProtocol';
import { usePublishedPanel } from '../usePublishedPanel';
import { useSourceProps } from './useSourceProps';

/** What a panel tells. */
export interface Telling {
  title: string;
  /** Undefined until its data and what it reads beside them are there. */
  told?: Told;
  /** What is told until then. */
  awaited: Told;
  isStream: boolean;
  /** What has come of its data is a part of the answer. */
  isPartial: boolean;
  /** What reads its rules could not be loaded; it is tried again by itself. */
  isNotLoaded: boolean;
}

interface SourceTellerProps {
  asking: PanelProps<ProtocolOptions>;
  source: ScenePanel;
  data: PanelData;
  onTold: OnTold;
}

/** Is told what each panel tells, and undefined when it is there no more. */
type OnTold = (key: string, telling: Telling | undefined) => void;

/** Tells a panel as it tells itself, and shows nothing. */
export function SourceTeller({ asking, source, data, onTold }: SourceTellerProps) {
  useTelling(useSourceProps(asking, source, data), { id: source.key, onTold });
  return null;
}

interface OwnTellerProps {
  id: string;
  /** The panel that shows others, with the data of its own queries alone. */
  panel: PanelProps<ProtocolOptions>;
  onTold: OnTold;
}

/** Tells what the own queries of a panel return, beside what it shows of others. */
export function OwnTeller({ id, panel, onTold }: OwnTellerProps) {
  const { panel: own, told } = useTelling(panel, { id, onTold });
  usePublishedPanel(own, told);
  return null;
}

function useTelling(props: PanelProps<ProtocolOptions>, { id, onTold }: { id: string; onTold: OnTold }) {
  const { panel, sheets, reader } = useSheets(props);
  const { read: responses } = useResponses(panel);
  const told = useProtocol(panel, sheets, responses);
  const { title, data } = panel;
  const isThere = !sheets.awaited && ('protocol' in told || !(isUnderWay(data) || told.awaited));
  const isNotLoaded = useRetried(reader) && sheets.awaited;
  const streams = isStream(data);
  const partial = isPartial(data);
  const telling = useMemo(
    (): Telling => ({
      title,
      told: isThere ? told : undefined,
      awaited: { nothing: 'noData', awaited: true, errors: [], spans: told.spans },
      isStream: streams,
      isPartial: partial,
      isNotLoaded,
    }),
    [title, isThere, told, streams, partial, isNotLoaded]
  );
  useEffect(() => onTold(id, telling), [id, telling, onTold]);
  useEffect(() => () => onTold(id, undefined), [id, onTold]);
  return { panel, told };
}

/** How long one waits before a part is loaded once more: nobody is there to press anything. */
const RETRY_MS = 20 * SECOND;

/** Tries again what could not be loaded, and says whether it failed, also while it is tried. */
function useRetried({ hasFailed, tries, tryAgain }: ApartFromSheets['reader']): boolean {
  useEffect(() => {
    const timer = hasFailed ? setTimeout(tryAgain, RETRY_MS) : undefined;
    return () => clearTimeout(timer);
  }, [hasFailed, tryAgain]);
  return hasFailed || tries > 0;
}

function isUnderWay(data: PanelData): boolean {
  return data.state === LoadingState.Loading || data.state === LoadingState.NotStarted || isPartial(data);
}

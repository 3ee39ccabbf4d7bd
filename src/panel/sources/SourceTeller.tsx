import type { PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { useEffect, useMemo } from 'react';

import type { ScenePanel } from '../../frames/scenePanels';
import type { Told } from '../../protocol/tellProtocol';
import type { ProtocolOptions } from '../options';
import { useResponses } from '../responses/useResponses';
import { useSheets } from '../sheets/useSheets';
import { isPartial, isStream } from '../stream';
import { useProtocol } from '../useProtocol';
import { useSourceProps } from './useSourceProps';

/** What a panel tells. */
export interface Telling {
  title: string;
  /** Undefined until its data and what it reads beside them are there. */
  told?: Told;
  isStream: boolean;
  /** What reads its rules could not be loaded. */
  hasFailed: boolean;
}

interface SourceTellerProps {
  asking: PanelProps<ProtocolOptions>;
  source: ScenePanel;
  data: PanelData;
  onTold: (key: string, telling: Telling | undefined) => void;
}

/** Tells a panel as it tells itself, and shows nothing. */
export function SourceTeller({ asking, source, data, onTold }: SourceTellerProps) {
  return <Teller id={source.key} panel={useSourceProps(asking, source, data)} onTold={onTold} />;
}

interface TellerProps {
  id: string;
  panel: PanelProps<ProtocolOptions>;
  onTold: (key: string, telling: Telling | undefined) => void;
}

/** Tells a panel by its props. */
export function Teller({ id, panel: props, onTold }: TellerProps) {
  const { panel, sheets, reader } = useSheets(props);
  const { read: responses } = useResponses(panel);
  const told = useProtocol(panel, sheets, responses);
  const { title, data } = panel;
  const isThere = !sheets.awaited && ('protocol' in told || !(isUnderWay(data) || told.awaited));
  const { hasFailed } = reader;
  const streams = isStream(data);
  const telling = useMemo(
    () => ({ title, told: isThere ? told : undefined, isStream: streams, hasFailed }),
    [title, isThere, told, streams, hasFailed]
  );
  useEffect(() => onTold(id, telling), [id, telling, onTold]);
  useEffect(() => () => onTold(id, undefined), [id, onTold]);
  return null;
}

function isUnderWay(data: PanelData): boolean {
  return data.state === LoadingState.Loading || data.state === LoadingState.NotStarted || isPartial(data);
}

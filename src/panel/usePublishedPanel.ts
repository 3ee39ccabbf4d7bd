import type { PanelProps } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';

import type { LookBack } from '../editors/editedPanel';
import { publishPanel, retractPanel } from '../editors/editedPanel';
import { isEditorOpen } from '../editors/panelEditor';
import type { RuledMetric } from '../protocol/buildProtocol';
import type { Spans } from '../protocol/input';
import { keepsRows } from './judgeOn/transformations';
import { sheetLinkOf } from './sheets/sheetLink';
import type { ProtocolOptions } from './options';
import type { Told } from '../protocol/tellProtocol';

/** In the panel editor, tells the form of the panel that it is for; elsewhere nothing. */
export function usePublishedPanel(panel: PanelProps<ProtocolOptions>, told: Told): void {
  const { data, fieldConfig, onFieldConfigChange, timeZone } = panel;
  const sheetLink = sheetLinkOf(panel);
  const { protocol, stated, ruled, spans } = 'protocol' in told ? told : {};
  const lookBack = useMemo(
    () => (protocol?.judgedOn.mode === 'fixed' && ruled && spans ? lookBackOf(ruled, spans) : undefined),
    [protocol?.judgedOn.mode, ruled, spans]
  );
  // The editor alone asks for it.
  const sources = useMemo(() => (isEditorOpen() ? stated?.() : undefined), [stated]);
  const passage = useMemo(() => ({ rowsKept: data.request === undefined || keepsRows(data.request) }), [data.request]);
  const [who] = useState(() => Symbol('panel'));
  useEffect(() => {
    if (isEditorOpen()) {
      publishPanel(who, {
        data,
        fieldConfig,
        onFieldConfigChange,
        timeZone,
        protocol,
        stated: sources,
        lookBack,
        passage,
        sheetLink,
      });
    }
  }, [who, data, fieldConfig, onFieldConfigChange, timeZone, protocol, sources, lookBack, passage, sheetLink]);
  useEffect(() => () => retractPanel(who), [who]);
}

function lookBackOf(ruled: readonly RuledMetric[], { judged }: Spans): LookBack {
  const samples = ruled.flatMap((one) => (one.judged ? [[one.metric.id, one.judged] as const] : []));
  return { span: judged, samples: new Map(samples) };
}

import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect, useMemo } from 'react';

import type { MetricProtocol } from '../../protocol/protocol';
import type { FormPlace, StatedRule } from '../form/formPlace';
import { filePlace, rulesFor } from '../form/formPlace';
import { goToForm, goToThresholds } from '../form/goToForm';
import { editorOf } from '../panelEditor';
import { writtenRule } from '../writtenRule';
import { OriginDialog } from './OriginDialog';
import { ruleOrigins } from './ruleOrigins';

/** A panel as far as the way to its rules asks. */
export type EditablePanel = Pick<PanelProps, 'id' | 'data' | 'fieldConfig' | 'onFieldConfigChange'>;

/** The query that is a panel's rule sheet, and the address at which the sheet is kept. */
export interface PanelSheet {
  query: string;
  link?: string;
}

interface EditRuleProps {
  panel: EditablePanel;
  /** The metric whose card was pressed. */
  metric: MetricProtocol;
  sheet?: PanelSheet;
  /** Whether the rules of the panel are from a rule file. */
  isFromFile: boolean;
  onClose: () => void;
}

/**
 * Leads to where the rule of a metric is written: to the form of its override, of its row in the rule file, or of the
 * default; a metric without a rule, in a panel whose rules are in a file, gets a row there. What is in a sheet is outside of the panel: then it says where, and which other places there are.
 */
export function EditRule({ panel, metric, sheet, isFromFile, onClose }: EditRuleProps) {
  const stated = useMemo(() => statedOf(metric, panel), [metric, panel]);
  const origins = useMemo(() => ruleOrigins(metric, stated), [metric, stated]);
  const own = ownOf(stated);
  const isAsked =
    sheet !== undefined &&
    (metric.row?.kind === 'sheet' || origins.every(({ place }) => place === 'thresholds' || place === 'alert'));
  const place = isAsked ? undefined : (own ?? rowOf(metric, isFromFile) ?? 'default');
  useEffect(() => {
    if (place !== undefined) {
      goToRule(place, metric, panel.id);
      onClose();
    }
  }, [place, metric, panel.id, onClose]);
  if (!isAsked) {
    return null;
  }
  const goTo = (to: FormPlace | 'thresholds' | 'own') => {
    goToRule(to, metric, panel.id);
    onClose();
  };
  return (
    <OriginDialog
      metric={metric}
      origins={origins}
      sheet={sheet}
      onGo={goTo}
      onOwn={own === undefined ? () => goTo('own') : undefined}
      onClose={onClose}
    />
  );
}

/** Opens the panel's editor at a rule. Where the metric is to get one, that is added there. */
function goToRule(to: FormPlace | 'thresholds' | 'own', { name }: MetricProtocol, panelId: number): void {
  const editor = editorOf(panelId);
  writtenRule.put({
    path: window.location.pathname,
    panelId,
    metric: name,
    ...(to === 'own' && { needsOwn: true }),
  });
  if (to === 'own') {
    locationService.partial(editor);
  } else if (to === 'thresholds') {
    goToThresholds(editor);
  } else {
    goToForm({ place: to, metric: name }, editor);
  }
}

/** What the panel's field config states for a metric; nothing where it is not in view. */
function statedOf({ frameIndex, fieldIndex }: MetricProtocol, panel: EditablePanel): StatedRule[] {
  const frame = panel.data.series.at(frameIndex);
  const field = frame?.fields.at(fieldIndex);
  return frameIndex >= 0 && frame && field ? rulesFor({ frame, field }, panel) : [];
}

/** The override that wins. */
function ownOf(stated: readonly StatedRule[]): number | undefined {
  const place = stated.at(-1)?.place;
  return typeof place === 'number' ? place : undefined;
}

function rowOf({ row, kind, name }: MetricProtocol, isFromFile: boolean): FormPlace | undefined {
  if (row?.kind === 'file') {
    return filePlace(row.metric);
  }
  const isUnwritten = kind === 'unruled' || kind === 'levelOnly';
  return isFromFile && isUnwritten ? filePlace(name.trim()) : undefined;
}

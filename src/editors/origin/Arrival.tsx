import { useEffect, useRef, useState } from 'react';

import type { Protocol } from '../../protocol/protocol';
import { withOwnRule } from '../form/formPlace';
import { goToForm } from '../form/goToForm';
import { isEditorOpen } from '../panelEditor';
import type { WrittenRule } from '../writtenRule';
import { writtenRule } from '../writtenRule';
import type { EditablePanel } from './EditRule';
import { keepInView } from './keepInView';

interface ArrivalProps {
  panel: EditablePanel;
  protocol: Protocol;
  written: WrittenRule;
}

/**
 * Where somebody went to a rule from its card: in the editor the metric's chart and card stay in view while the rule is
 * written, wherever its state moves them; back on the dashboard they are brought into view once.
 */
export function Arrival({ panel, protocol, written }: ArrivalProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [inEditor] = useState(isEditorOpen);
  const id = protocol.metrics.find(({ name }) => name === written.metric)?.id;

  useEffect(() => {
    if (inEditor && written.needsOwn) {
      const { needsOwn: _, ...done } = written;
      writtenRule.put(done);
      const { fieldConfig, onFieldConfigChange } = panel;
      onFieldConfigChange(withOwnRule(fieldConfig, written.metric));
      goToForm({ place: fieldConfig.overrides.length, metric: written.metric });
    }
  }, [inEditor, written, panel]);

  useEffect(() => {
    const root = place.current?.parentElement;
    if (!root || id === undefined) {
      return undefined;
    }
    if (inEditor) {
      return keepInView(root, id, { isWanted: isEditorOpen });
    }
    return keepInView(root, id, { isWanted: () => true, onShown: () => writtenRule.put(undefined) });
  }, [inEditor, id, written]);
  return <span ref={place} hidden />;
}

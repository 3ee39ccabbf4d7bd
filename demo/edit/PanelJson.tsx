import { VizPanel } from '@grafana/scenes';
import { ClipboardButton, Stack, TextArea } from '@grafana/ui';
import { CollapsibleGroup } from './CollapsibleGroup';
import { panelToJsonText } from './panelJson';

const GROUP = 'Panel JSON';

/** The panel as dashboard JSON, to read and to copy. */
export function PanelJson({ panel }: { panel: VizPanel }) {
  // The JSON is made of the whole state; every change of it makes a new one.
  panel.useState();
  return (
    <CollapsibleGroup id={GROUP} title={GROUP} isOpenByDefault={false}>
      <Stack direction="column" gap={1}>
        <ClipboardButton size="sm" variant="secondary" icon="copy" fullWidth getText={() => panelToJsonText(panel)}>
          Copy to clipboard
        </ClipboardButton>
        <JsonText panel={panel} />
      </Stack>
    </CollapsibleGroup>
  );
}

/** Apart, so that a closed group makes no JSON. */
function JsonText({ panel }: { panel: VizPanel }) {
  return <TextArea readOnly rows={20} aria-label={GROUP} style={MONOSPACE} value={panelToJsonText(panel)} />;
}

const MONOSPACE = { fontFamily: 'monospace', fontSize: '12px', whiteSpace: 'pre' } as const;

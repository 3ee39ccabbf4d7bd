import { useRef, useState } from 'react';
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { VizPanel } from '@grafana/scenes';
import { Button, useStyles2 } from '@grafana/ui';
import { ChangeVisualization } from './ChangeVisualization';
import { GroupMemory } from './CollapsibleGroup';
import { PanelOptions } from './PanelOptions';
import { FormerSetups, planChange } from './visualizationChange';

interface EditPaneProps {
  /** The panel as it stands on the dashboard; edits go straight into it. */
  panel: VizPanel;
  onClose: () => void;
}

/**
 * The edit pane of a panel, made of the option registries of its visualization as Grafana's own is.
 *
 * The panel has to be active (mounted, or activated) for its plugin to be loaded. What a visualization change puts
 * away comes back for as long as the pane stays mounted.
 */
export function EditPane({ panel, onClose }: EditPaneProps) {
  const styles = useStyles2(getStyles);
  const { options, fieldConfig, pluginId } = panel.useState();
  const [isPicking, setIsPicking] = useState(false);
  const former = useRef<FormerSetups>(new Map());
  const [groupMemory] = useState(() => new Map<string, boolean>());

  const changeTo = (nextId: string) => {
    setIsPicking(false);
    if (nextId === pluginId) {
      return;
    }
    const change = planChange(pluginId, { options, fieldConfig }, nextId, former.current);
    former.current = change.former;
    void panel.changePluginType(nextId, change.options, change.fieldConfig);
  };

  return (
    <GroupMemory.Provider value={groupMemory}>
      <section
        className={styles.pane}
        aria-label="Panel editor"
        data-testid={selectors.components.PanelEditor.OptionsPane.content}
      >
        <div className={styles.back}>
          <Button
            variant="secondary"
            size="sm"
            icon="arrow-left"
            data-testid={selectors.components.NavToolbar.editDashboard.backToDashboardButton}
            onClick={onClose}
          >
            Back to dashboard
          </Button>
        </div>
        {isPicking ? (
          <ChangeVisualization currentId={pluginId} onPick={changeTo} onClose={() => setIsPicking(false)} />
        ) : (
          <PanelOptions panel={panel} onChangeVisualization={() => setIsPicking(true)} />
        )}
      </section>
    </GroupMemory.Provider>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: 330,
    height: '100%',
    minHeight: 0,
    overflow: 'hidden',
    background: theme.colors.background.primary,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
  back: css({ padding: theme.spacing(1, 2), borderBottom: `1px solid ${theme.colors.border.weak}` }),
});

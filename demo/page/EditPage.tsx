import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import type { VizPanel } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { EditPane } from '../edit/EditPane';
import { TOP_BAR_HEIGHT } from './TopBar';

interface EditPageProps {
  panel: VizPanel;
  onClose: () => void;
}

/** A panel beside the pane that edits it. */
export function EditPage({ panel, onClose }: EditPageProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.split} data-testid={selectors.components.PanelEditor.General.content}>
      <div className={styles.preview}>
        <panel.Component model={panel} />
      </div>
      <div className={styles.pane}>
        <EditPane panel={panel} onClose={onClose} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  split: css({
    display: 'flex',
    flex: 1,
    gap: theme.spacing(2),
    padding: theme.spacing(0, 2, 2),
    minHeight: 0,
  }),
  preview: css({
    position: 'sticky',
    top: TOP_BAR_HEIGHT + 56,
    flex: 1,
    minWidth: 0,
    height: `calc(100vh - ${TOP_BAR_HEIGHT + 72}px)`,
    minHeight: 300,
  }),
  pane: css({
    position: 'sticky',
    top: TOP_BAR_HEIGHT + 56,
    flexShrink: 0,
    height: `calc(100vh - ${TOP_BAR_HEIGHT + 72}px)`,
  }),
});

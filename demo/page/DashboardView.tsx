import { css, cx } from '@emotion/css';
import { useEffect } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { locationService } from '@grafana/runtime';
import type { SceneObject, SceneObjectState } from '@grafana/scenes';
import { sceneGraph, VizPanel } from '@grafana/scenes';
import { Button, EmptyState, useStyles2 } from '@grafana/ui';
import { EditPage } from './EditPage';
import { useThemeSwitch } from './theme';
import { TOP_BAR_HEIGHT } from './TopBar';
import { useQueryParam } from './useQueryParam';

/** What is shown of a dashboard's scene. */
export interface ShownDashboard extends SceneObjectState {
  body: SceneObject;
  /** Variables, annotation switches and links. */
  controls: SceneObject[];
  timeControls: SceneObject[];
}

/** A dashboard: its controls, and below them its grid, one panel in full, or a panel's editor. */
export function DashboardView({ scene }: { scene: SceneObject<ShownDashboard> }) {
  const styles = useStyles2(getStyles);
  const { controls, timeControls, body } = scene.useState();
  const kiosk = useQueryParam('kiosk') !== null;
  const viewed = useQueryParam('viewPanel');
  const edited = useQueryParam('editPanel');
  useRedrawOnThemeChange(scene);
  useTimeControls(timeControls, kiosk);

  const single = edited ?? viewed;
  const panel =
    single === null
      ? undefined
      : sceneGraph.findDescendents(scene, VizPanel).find((one) => one.getLegacyPanelId() === panelIdOf(single));
  return (
    <div className={cx(styles.page, kiosk && styles.withoutControls)}>
      {!kiosk && (
        <div className={styles.controls} data-testid={selectors.pages.Dashboard.Controls}>
          <div className={styles.group}>
            {controls.map((control) => (
              <control.Component key={control.state.key} model={control} />
            ))}
          </div>
          <div className={styles.timeGroup}>
            {timeControls.map((control) => (
              <control.Component key={control.state.key} model={control} />
            ))}
            {edited === null && viewed !== null && <BackButton />}
          </div>
        </div>
      )}
      {single === null && (
        <div className={styles.grid}>
          <body.Component model={body} />
        </div>
      )}
      {single !== null && !panel && <EmptyState variant="not-found" message={`There is no panel ${single}`} />}
      {panel && edited !== null && <EditPage panel={panel} onClose={backToDashboard} />}
      {panel && edited === null && (
        <div className={styles.single}>
          <panel.Component model={panel} />
        </div>
      )}
    </div>
  );
}

/** In kiosk mode nobody sees the refresh picker, which has to refresh all the same, as in Grafana. */
function useTimeControls(timeControls: readonly SceneObject[], kiosk: boolean) {
  useEffect(() => {
    const ends = kiosk ? timeControls.map((control) => control.activate()) : [];
    return () => ends.forEach((end) => end());
  }, [timeControls, kiosk]);
}

function BackButton() {
  return (
    <Button
      variant="secondary"
      icon="arrow-left"
      onClick={backToDashboard}
      data-testid={selectors.components.NavToolbar.editDashboard.backToDashboardButton}
    >
      Back to dashboard
    </Button>
  );
}

function backToDashboard() {
  locationService.partial({ viewPanel: null, editPanel: null });
}

/** `viewPanel` is an id, or as newer Grafana writes it a key. */
function panelIdOf(text: string): number {
  return parseInt(text.replace(/^.*panel-/, ''), 10);
}

/** Fields carry colours of the theme that they were made with. */
function useRedrawOnThemeChange(scene: SceneObject) {
  const { name } = useThemeSwitch();
  useEffect(() => {
    for (const panel of sceneGraph.findDescendents(scene, VizPanel)) {
      panel.clearFieldConfigCache();
      panel.forceRender();
    }
  }, [scene, name]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }),
  withoutControls: css({ paddingTop: theme.spacing(1) }),
  controls: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    [theme.breakpoints.down('md')]: { flexDirection: 'column' },
    position: 'sticky',
    top: TOP_BAR_HEIGHT,
    zIndex: theme.zIndex.activePanel,
    background: theme.colors.background.canvas,
  }),
  group: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  timeGroup: css({ display: 'flex', flexShrink: 0, alignItems: 'center', gap: theme.spacing(1) }),
  grid: css({ display: 'flex', flex: 1, padding: theme.spacing(0, 2, 2) }),
  single: css({ display: 'grid', position: 'relative', flex: 1, minHeight: 300, margin: theme.spacing(0, 2, 2) }),
});

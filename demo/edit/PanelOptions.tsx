import { useState } from 'react';
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { config } from '@grafana/runtime';
import { sceneGraph, VizPanel } from '@grafana/scenes';
import {
  Button,
  FilterInput,
  LoadingPlaceholder,
  ScrollContainer,
  Stack,
  Text,
  ToolbarButton,
  useStyles2,
} from '@grafana/ui';
import { VisualizationLogo } from './ChangeVisualization';
import { PanelFrameOptions } from './PanelFrameOptions';
import { PanelJson } from './PanelJson';
import { VisualizationGroups } from './VisualizationGroups';

const { PanelEditor } = selectors.components;

interface PanelOptionsProps {
  panel: VizPanel;
  onChangeVisualization: () => void;
}

/** The name of the visualization, the search, and all options of the panel. */
export function PanelOptions({ panel, onChangeVisualization }: PanelOptionsProps) {
  const styles = useStyles2(getStyles);
  const { pluginId } = panel.useState();
  const [query, setQuery] = useState('');
  const [onlyOverrides, setOnlyOverrides] = useState(false);
  const meta = config.panels[pluginId];

  return (
    <>
      <div className={styles.top}>
        <Stack gap={1} alignItems="center">
          <VisualizationLogo meta={meta} size={22} />
          <Text element="h3" variant="body" weight="medium" truncate data-testid={PanelEditor.OptionsPane.header}>
            {meta?.name ?? pluginId}
          </Text>
          <Button
            size="sm"
            fill="text"
            aria-label="Change visualization"
            data-testid={PanelEditor.toggleVizPicker}
            onClick={onChangeVisualization}
          >
            Change
          </Button>
        </Stack>
        <ToolbarButton
          icon="sliders-v-alt"
          tooltip="Show only overrides"
          aria-pressed={onlyOverrides}
          variant={onlyOverrides ? 'active' : 'canvas'}
          onClick={() => setOnlyOverrides(!onlyOverrides)}
        />
      </div>
      <div className={styles.search}>
        <FilterInput placeholder="Search options" value={query} onChange={setQuery} escapeRegex={false} />
      </div>
      <ScrollContainer>
        <Groups panel={panel} query={query.trim()} onlyOverrides={onlyOverrides} />
      </ScrollContainer>
    </>
  );
}

interface GroupsProps {
  panel: VizPanel;
  query: string;
  onlyOverrides: boolean;
}

function Groups({ panel, query, onlyOverrides }: GroupsProps) {
  const { options, fieldConfig, _pluginInstanceState: instanceState } = panel.useState();
  const { data } = sceneGraph.getData(panel).useState();
  const plugin = panel.getPlugin();
  if (!plugin) {
    return <LoadingPlaceholder text="Loading the visualization" />;
  }
  const showsAll = query === '' && !onlyOverrides;
  return (
    <>
      {showsAll && <PanelFrameOptions panel={panel} />}
      <VisualizationGroups {...{ panel, plugin, options, fieldConfig, instanceState, data, query, onlyOverrides }} />
      {showsAll && <PanelJson panel={panel} />}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  top: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 2),
  }),
  search: css({ padding: theme.spacing(0, 2, 1.5) }),
});

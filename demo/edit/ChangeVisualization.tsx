import { useState } from 'react';
import { css, cx } from '@emotion/css';
import { GrafanaTheme2, PanelPluginMeta } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { config } from '@grafana/runtime';
import { Button, FilterInput, ScrollContainer, Stack, Tab, TabsBar, useStyles2 } from '@grafana/ui';
import { listVisualizations } from './visualizationChange';

interface ChangeVisualizationProps {
  currentId: string;
  onPick: (pluginId: string) => void;
  onClose: () => void;
}

/** The picker of visualizations: all panel plugins that the host knows. */
export function ChangeVisualization({ currentId, onPick, onClose }: ChangeVisualizationProps) {
  const styles = useStyles2(getStyles);
  const [query, setQuery] = useState('');
  const offered = listVisualizations(config.panels, currentId, query);

  return (
    <>
      <TabsBar>
        <Tab label="All visualizations" active onChangeTab={() => {}} />
      </TabsBar>
      <div className={styles.search}>
        <Button
          variant="secondary"
          fill="text"
          icon="arrow-left"
          aria-label="Close"
          data-testid={selectors.components.PanelEditor.toggleVizPicker}
          onClick={onClose}
        >
          Back
        </Button>
        <FilterInput placeholder="Search for..." value={query} onChange={setQuery} escapeRegex={false} />
      </div>
      <ScrollContainer>
        <div className={styles.list}>
          <Stack direction="column" gap={0.5}>
            {offered.map((meta) => (
              <Visualization
                key={meta.id}
                meta={meta}
                isCurrent={meta.id === currentId}
                onPick={() => onPick(meta.id)}
              />
            ))}
            {offered.length === 0 && <p role="status">No visualization is called that</p>}
          </Stack>
        </div>
      </ScrollContainer>
    </>
  );
}

interface VisualizationProps {
  meta: PanelPluginMeta;
  isCurrent: boolean;
  onPick: () => void;
}

function Visualization({ meta, isCurrent, onPick }: VisualizationProps) {
  const styles = useStyles2(getStyles);
  return (
    <button
      type="button"
      className={cx(styles.item, isCurrent && styles.current)}
      aria-current={isCurrent}
      data-testid={selectors.components.PluginVisualization.item(meta.name)}
      onClick={onPick}
    >
      <VisualizationLogo meta={meta} size={38} />
      <span className={styles.text}>
        <span className={styles.name}>{meta.name}</span>
        {meta.info.description && <span className={styles.description}>{meta.info.description}</span>}
      </span>
    </button>
  );
}

/** A visualization's logo; nothing where it has none. */
export function VisualizationLogo({ meta, size }: { meta: PanelPluginMeta | undefined; size: number }) {
  const src = meta?.info.logos.small;
  return src ? <img src={src} alt="" width={size} height={size} /> : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  search: css({ display: 'flex', gap: theme.spacing(1), padding: theme.spacing(1.5, 2) }),
  list: css({ padding: theme.spacing(0, 2, 2) }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    width: '100%',
    padding: theme.spacing(1),
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    textAlign: 'left',
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary, 0.03) },
  }),
  current: css({ borderColor: theme.colors.primary.border }),
  text: css({ display: 'flex', flexDirection: 'column', minWidth: 0 }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  description: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

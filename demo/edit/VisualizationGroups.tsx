import { memo } from 'react';
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { OptionGroupList } from './OptionGroupList';
import { OverridesSection } from './OverridesSection';
import { countOptions, searchGroups } from './searchOptions';
import { EditedPanel, editorContext, updateFieldConfig, visualizationOptions } from './visualizationOptions';

interface VisualizationGroupsProps extends EditedPanel {
  /** Blank shows everything. */
  query: string;
  onlyOverrides: boolean;
}

/** All that can be set for a visualization: its panel options, its field options and the overrides. */
// Memoised, because there are many editors, and typing a title concerns none of them.
export const VisualizationGroups = memo(function VisualizationGroups({
  query,
  onlyOverrides,
  ...edited
}: VisualizationGroupsProps) {
  const { panel, plugin, fieldConfig } = edited;
  const all = visualizationOptions(edited);
  const found = query ? searchGroups(all, query) : all;
  const isSearch = query !== '';
  // The keys make new groups for a search, which are opened apart from what a person had opened.
  const mode = isSearch ? 'found' : 'all';
  return (
    <>
      {isSearch && <SearchResult found={countOptions(found)} total={countOptions(all)} />}
      {!onlyOverrides && <OptionGroupList key={`${mode} options`} groups={found} isForcedOpen={isSearch} />}
      {!plugin.fieldConfigRegistry.isEmpty() && (
        <OverridesSection
          key={`${mode} overrides`}
          overrides={fieldConfig.overrides}
          registry={plugin.fieldConfigRegistry}
          context={editorContext(edited)}
          query={query}
          onUpdate={(change) =>
            updateFieldConfig(panel, (current) => ({ ...current, overrides: change(current.overrides) }))
          }
        />
      )}
    </>
  );
});

function SearchResult({ found, total }: { found: number; total: number }) {
  const styles = useStyles2(getStyles);
  return (
    <p role="status" className={styles.result}>
      {found} of {total} options
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  result: css({
    margin: 0,
    padding: theme.spacing(0.5, 2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

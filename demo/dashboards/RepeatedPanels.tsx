import { css } from '@emotion/css';
import { isEqual } from 'lodash';
import type { GrafanaTheme2 } from '@grafana/data';
import type { SceneComponentProps, SceneObjectState, VizPanel } from '@grafana/scenes';
import {
  LocalValueVariable,
  MultiValueVariable,
  SceneGridItem,
  SceneGridLayout,
  sceneGraph,
  SceneObjectBase,
  SceneVariableSet,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

interface RepeatedPanelsState extends SceneObjectState {
  source: VizPanel;
  variableName: string;
  direction: 'h' | 'v';
  maxPerRow: number;
  itemHeight: number;
  clones?: VizPanel[];
}

/** A panel once for every value of a variable. As in Grafana they share the panel id and the uninterpolated title. */
export class RepeatedPanels extends SceneObjectBase<RepeatedPanelsState> {
  static Component = RepeatedPanelsRenderer;

  protected _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [this.state.variableName],
    onVariableUpdateCompleted: () => this.repeat(),
  });

  private shownValues?: unknown[];

  constructor(state: RepeatedPanelsState) {
    super(state);
    this.addActivationHandler(() => this.repeat());
  }

  private repeat(): void {
    const { variableName, source } = this.state;
    const variable = sceneGraph.lookupVariable(variableName, this);
    if (!(variable instanceof MultiValueVariable) || variable.state.loading) {
      return;
    }
    const choices = selected(variable);
    const values = choices.map(({ value }) => value);
    if (isEqual(values, this.shownValues)) {
      return;
    }
    this.shownValues = values;
    const clones = choices.slice(1).map((choice, index) =>
      source.clone({
        key: `${source.state.key}-clone-${index + 1}`,
        repeatSourceKey: source.state.key,
        $variables: localValue(variableName, choice),
      })
    );
    if (choices.length > 0) {
      source.setState({ $variables: localValue(variableName, choices[0]) });
    }
    this.setState({ clones });
    this.resize(1 + clones.length);
  }

  private resize(count: number): void {
    const { direction, maxPerRow, itemHeight } = this.state;
    const rows = direction === 'v' ? count : Math.ceil(count / maxPerRow);
    const item = this.parent;
    if (!(item instanceof SceneGridItem)) {
      return;
    }
    const growth = rows * itemHeight - (item.state.height ?? 0);
    if (growth === 0) {
      return;
    }
    item.setState({ height: rows * itemHeight });
    const layout = sceneGraph.getLayout(item);
    if (layout instanceof SceneGridLayout) {
      layout.adjustYPositions(item.state.y ?? 0, growth);
      layout.forceRender();
    }
  }
}

function RepeatedPanelsRenderer({ model }: SceneComponentProps<RepeatedPanels>) {
  const { source, clones = [], direction, maxPerRow } = model.useState();
  const columns = direction === 'v' ? 1 : Math.min(maxPerRow, 1 + clones.length);
  const styles = useStyles2(getStyles, columns);
  return (
    <div className={styles.grid}>
      {[source, ...clones].map((panel) => (
        <div key={panel.state.key} className={styles.cell}>
          <panel.Component model={panel} />
        </div>
      ))}
    </div>
  );
}

interface Choice {
  value: string;
  text: string;
}

function selected(variable: MultiValueVariable): Choice[] {
  const { value, text, options } = variable.state;
  if (variable.hasAllValue()) {
    return options.map((option) => ({ value: String(option.value), text: option.label }));
  }
  const texts = [text].flat().map(String);
  return [value].flat().map((entry, index) => ({ value: String(entry), text: texts[index] ?? String(entry) }));
}

function localValue(name: string, { value, text }: Choice): SceneVariableSet {
  return new SceneVariableSet({ variables: [new LocalValueVariable({ name, value, text })] });
}

const getStyles = (theme: GrafanaTheme2, columns: number) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: `repeat(${columns}, 1fr)`,
    gridAutoRows: '1fr',
    gap: theme.spacing(1),
    width: '100%',
    height: '100%',
  }),
  cell: css({ position: 'relative', minWidth: 0, minHeight: 0 }),
});

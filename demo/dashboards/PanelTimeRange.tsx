import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { dateMath, getDefaultTimeRange, rangeUtil } from '@grafana/data';
import type { SceneComponentProps, SceneTimeRangeState } from '@grafana/scenes';
import { sceneGraph, SceneTimeRangeTransformerBase } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

interface PanelTimeRangeState extends SceneTimeRangeState {
  timeFrom?: string;
  timeShift?: string;
  hideTimeOverride?: boolean;
}

/** A panel's own range: "relative time" and "time shift" of the query options. */
export class PanelTimeRange extends SceneTimeRangeTransformerBase<PanelTimeRangeState> {
  static Component = PanelTimeRangeRenderer;

  constructor(state: Pick<PanelTimeRangeState, 'timeFrom' | 'timeShift' | 'hideTimeOverride'>) {
    super({ ...state, from: 'now-6h', to: 'now', value: getDefaultTimeRange() });
    this.addActivationHandler(() => this.follow(this.getAncestorTimeRange().state));
  }

  protected ancestorTimeRangeChanged(range: SceneTimeRangeState): void {
    this.follow(range);
  }

  private follow(range: SceneTimeRangeState): void {
    this.setState({ value: this.shift(this.relative(range.value)) });
  }

  private relative(range: TimeRange): TimeRange {
    const { timeFrom } = this.state;
    const info = timeFrom ? rangeUtil.describeTextRange(sceneGraph.interpolate(this, timeFrom)) : undefined;
    if (!info || info.invalid) {
      return range;
    }
    const from = dateMath.toDateTime(info.from, {});
    const to = dateMath.toDateTime(info.to, { roundUp: true });
    return from && to ? { from, to, raw: { from: info.from, to: info.to } } : range;
  }

  private shift(range: TimeRange): TimeRange {
    const { timeShift } = this.state;
    if (!timeShift) {
      return range;
    }
    const math = `-${sceneGraph.interpolate(this, timeShift)}`;
    const from = dateMath.parseDateMath(math, range.from);
    const to = dateMath.parseDateMath(math, range.to, true);
    return from && to ? { from, to, raw: { from, to } } : range;
  }
}

function PanelTimeRangeRenderer({ model }: SceneComponentProps<PanelTimeRange>) {
  const styles = useStyles2(getStyles);
  const { timeFrom, timeShift, hideTimeOverride } = model.useState();
  if (hideTimeOverride) {
    return null;
  }
  const words = [
    timeFrom && rangeUtil.describeTextRange(sceneGraph.interpolate(model, timeFrom)).display,
    timeShift && `timeshift -${sceneGraph.interpolate(model, timeShift)}`,
  ];
  return <span className={styles.info}>{words.filter(Boolean).join(' ')}</span>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  info: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { dateTimeFormat, textUtil } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { RenderUserContentAsHTML, Stack, TagList, Text, Tooltip, useStyles2 } from '@grafana/ui';
import type { TimeMark } from './annotationColumns';

interface AnnotationMarkerProps {
  mark: TimeMark;
  color: string;
  left: number;
  right: number;
  timeZone: TimeZone;
}

/** A bar below the axis for a region, a small triangle for a point; hover or focus says what it is. */
export function AnnotationMarker({ mark, color, left, right, timeZone }: AnnotationMarkerProps) {
  const styles = useStyles2(getStyles);
  const isRegion = mark.timeEnd !== undefined;
  const style = isRegion ? { left, width: right - left, background: color } : { left, borderBottomColor: color };
  return (
    <Tooltip content={<MarkContent mark={mark} timeZone={timeZone} />} interactive placement="bottom">
      <div
        role="button"
        tabIndex={0}
        aria-label={mark.title ?? 'Annotation'}
        className={isRegion ? styles.region : styles.point}
        style={style}
        data-testid={selectors.pages.Dashboard.Annotations.marker}
      />
    </Tooltip>
  );
}

function MarkContent({ mark, timeZone }: Pick<AnnotationMarkerProps, 'mark' | 'timeZone'>) {
  const times = [mark.time, mark.timeEnd].filter((time) => time !== undefined);
  return (
    <div data-testid="data-testid annotation-content">
      <Stack direction="column" gap={0.5}>
        <Text color="secondary" variant="bodySmall">
          {times.map((time) => dateTimeFormat(time, { timeZone })).join(' - ')}
          {mark.login ? `, ${mark.login}` : ''}
        </Text>
        {mark.title && <Text weight="medium">{mark.title}</Text>}
        {mark.text && <RenderUserContentAsHTML content={textUtil.sanitize(mark.text)} />}
        {mark.tags.length > 0 && <TagList tags={mark.tags} />}
      </Stack>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  region: css({
    position: 'absolute',
    height: 5,
    cursor: 'pointer',
    zIndex: theme.zIndex.activePanel,
  }),
  point: css({
    position: 'absolute',
    width: 0,
    height: 0,
    borderLeft: '5px solid transparent',
    borderRight: '5px solid transparent',
    borderBottomWidth: 5,
    borderBottomStyle: 'solid',
    transform: 'translateX(-50%)',
    cursor: 'pointer',
    zIndex: theme.zIndex.activePanel,
  }),
});

import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode, Ref } from 'react';
import { memo, useEffect, useId, useMemo, useState } from 'react';

import type { Span } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';
import type { Attend } from '../layouts/useAttention';
import { CalmLine } from './CalmLine';
import { CardActions } from './CardActions';
import { CardBody } from './CardBody';
import { CardHead } from './CardHead';
import { Figures } from './Figures';
import { Missing } from './Missing';
import { Problems } from './Problems';
import type { Room } from './room';
import { EngineOfCard } from '../engine/lateEngine';
import { PartBoundary } from '../parts/PartBoundary';
import { StateStrip } from '../strip/StateStrip';
import { hasStrip } from '../../protocol/stripStretches';
import { withRuleToBegin } from '../../protocol/versions';
import type { PanelLink } from '../../words/answerSentence';
import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { TimeWords } from '../../words/whenWords';

/** What every card needs beside its metric. */
export interface CardContext {
  span: Span;
  timeZone: string;
  /** Where the panel is found, for the copied answer. */
  panel?: PanelLink;
  /** What is said at the foot of an open card, and of one that never opens, where no line above the cards says it. */
  footnote?: ReactNode;
  /** Leads to a metric's rule; given only where a person may edit. */
  onEditRule?: (metric: MetricProtocol) => void;
  /** Where the rule sheet is kept, for who may not edit. */
  sheetLink?: string;
  /** Opens the list of a metric's breaches. */
  onOpenBreaches?: (metric: MetricProtocol) => void;
}

interface RuleCardProps extends CardContext {
  metric: MetricProtocol;
  /** Whether the card starts open; a firing one does by itself. */
  defaultOpen?: boolean;
  /** Fewer words while closed, for a list. */
  dense?: boolean;
  /** How much of it is seen while it is open: while it fires, what matters most comes first. */
  room?: Room;
  /** Given the card's own height, which the card stretches beyond to fill its place. */
  cardRef?: Ref<HTMLDivElement>;
  /** Told when a person looks at the card; given where its series is one of several in a chart. */
  attend?: Attend;
}

/**
 * The rule card: what is agreed, what is happening, and what is not known. A firing metric speaks; a calm one is a
 * line that still answers, and opens. Remembered: a metric that looks the same as before is the same object, and its
 * span moved by no more than nobody sees.
 */
export const RuleCard = memo(function RuleCard(props: RuleCardProps) {
  const { metric } = props;
  return (
    <PartBoundary what={t('views.card.part', 'The card of {{name}}', { name: metric.name })} of={metric}>
      <Card {...props} />
    </PartBoundary>
  );
}, isSameCard);

function isSameCard(before: RuleCardProps, after: RuleCardProps): boolean {
  const names = Object.keys({ ...before, ...after }) as Array<keyof RuleCardProps>;
  return names.every((name) => name === 'span' || Object.is(before[name], after[name]));
}

function Card(props: RuleCardProps) {
  const {
    metric,
    span,
    timeZone,
    panel,
    footnote,
    onEditRule: editRule,
    sheetLink,
    onOpenBreaches: openBreaches,
    defaultOpen,
    dense = false,
    room = 'enough',
    cardRef,
    attend,
  } = props;
  const styles = useStyles2(getStyles);
  const id = useId();
  const loud = isLoud(metric);
  const { open, toggle, setUndoable } = useOpen(loud, defaultOpen);
  const onEditRule = editRule && (() => editRule(metric));
  const onOpenBreaches = openBreaches && (() => openBreaches(metric));
  const pointing = usePointing(attend, metric.id, open);
  const strip = hasStrip(metric);
  const times = useTimes(metric, timeZone);
  const ruled = useMemo(() => withRuleToBegin(metric), [metric]);
  const opens = ruled.kind !== 'unruled';
  return (
    <article
      className={cx(
        styles.frame,
        !open && styles.closed,
        metric.now.state === 'firing' && loud && styles[metric.now.severity]
      )}
      aria-labelledby={`${id}-name`}
      data-metric={metric.id}
      {...pointing}
    >
      <div ref={cardRef} className={cx(styles.card, dense && styles.dense)}>
        <CardHead
          {...{ metric, times, open }}
          nameId={`${id}-name`}
          isColored={attend !== undefined}
          viewFrom={span.from}
        />
        <EngineOfCard {...{ metric, times, open }} />
        <div id={id} hidden={!open}>
          {open && (
            <CardBody
              {...{ span, times, timeZone, onEditRule }}
              metric={ruled}
              room={loud ? room : 'enough'}
              onUndoable={setUndoable}
            />
          )}
        </div>
        <div className={open ? styles.foot : cx(styles.line, strip && styles.aboveStrip)}>
          {open ? (
            <Figures {...{ metric, times, onOpenBreaches }} />
          ) : (
            <Calm {...{ times, dense, onEditRule }} metric={ruled} />
          )}
          {(open || !opens) && footnote}
          <CardActions
            {...{ metric, times, panel, onEditRule, sheetLink, onOpenBreaches, open }}
            onToggle={opens ? toggle : undefined}
            controls={id}
          />
          {!open && strip && (
            <div className={styles.strip}>
              <StateStrip {...{ metric, span, times }} quiet={!loud} />
            </div>
          )}
        </div>
        {!open && <Problems metric={ruled} times={times} />}
      </div>
    </article>
  );
}

interface CalmProps {
  metric: MetricProtocol;
  times: TimeWords;
  dense: boolean;
  onEditRule?: () => void;
}

/** What a closed card says below its name. */
function Calm({ metric, times, dense, onEditRule }: CalmProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.calm}>
      <CalmLine metric={metric} times={times} dense={dense} />
      <Missing metric={metric} onEditRule={onEditRule} />
    </div>
  );
}

/** Words of time as of the moment that a metric is judged at. */
function useTimes({ now: { at, live } }: MetricProtocol, timeZone: string): TimeWords {
  return useMemo(() => timeWords(t, { timeZone, now: live ? at : undefined }), [timeZone, live, at]);
}

/** Tells when a person looks at a card; what it returns is for the card's element. */
function usePointing(attend: Attend | undefined, id: string, open: boolean) {
  useEffect(() => attend?.onOpen(id, open), [attend, id, open]);
  return (
    attend && {
      onMouseEnter: () => attend.onPoint(id),
      onMouseLeave: () => attend.onPoint(undefined),
      onFocus: () => attend.onPoint(id),
      onBlur: () => attend.onPoint(undefined),
    }
  );
}

/**
 * Whether a card is open: as the reader chose, until the metric begins or stops being loud; then as the state asks. What a
 * reader just said may quieten the card: it stays open as long as that can be taken back on it.
 */
function useOpen(loud: boolean, defaultOpen = loud) {
  const [chosen, setChosen] = useState<{ loud: boolean; open: boolean }>();
  const [undoable, setUndoable] = useState(false);
  const open = undoable || (chosen?.loud === loud ? chosen.open : defaultOpen);
  const toggle = () => {
    setUndoable(false);
    setChosen({ loud, open: !open });
  };
  return { open, toggle, setUndoable };
}

const getStyles = (theme: GrafanaTheme2) => {
  const strength = theme.isDark ? 0.14 : 0.09;
  const tint = (color: string) => `linear-gradient(90deg, ${colorManipulator.alpha(color, strength)}, transparent 60%)`;
  return {
    frame: css({
      containerType: 'inline-size',
      minWidth: 0,
      flex: 1,
      borderLeft: '3px solid transparent',
    }),
    // What is below a line is not of it, and has no tint.
    closed: css({ alignSelf: 'flex-start' }),
    critical: css({ borderLeftColor: theme.colors.error.main, backgroundImage: tint(theme.colors.error.main) }),
    warning: css({ borderLeftColor: theme.colors.warning.main, backgroundImage: tint(theme.colors.warning.main) }),
    card: css({
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1.25, 2, 1.25, 1.625),
      '@container (max-width: 339px)': { padding: theme.spacing(1, 1.25) },
    }),
    dense: css({ gap: theme.spacing(0.25), paddingBlock: theme.spacing(0.75) }),
    line: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"calm actions"',
      columnGap: theme.spacing(1),
    }),
    // Above a strip the words get the whole width.
    aboveStrip: css({ gridTemplateAreas: '"calm calm" "strip actions"', alignItems: 'center' }),
    calm: css({ gridArea: 'calm', minWidth: 0, display: 'grid', alignContent: 'start', gap: theme.spacing(0.5) }),
    strip: css({ gridArea: 'strip', minWidth: 0 }),
    foot: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
      marginTop: theme.spacing(1),
      paddingTop: theme.spacing(0.75),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
  };
};

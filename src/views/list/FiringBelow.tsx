import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { Glyph } from '../card/Glyph';
import { firingBelowWords } from '../../words/firingBelowWords';

interface FiringBelowProps {
  /** The metrics that fire, worst first. */
  firing: readonly MetricProtocol[];
  /** What is scrolled. */
  content: HTMLElement;
}

/** The height of the bar, px. */
const BAR_PX = 26;

/** So much of a card has to be seen above the bar to read its state, px: with less of it it is below what is seen. */
const STATE_PX = BAR_PX + 28;

/** "2 more critical below": what fires and is out of view, and the way to the first of it. Nothing where all is seen. */
export default function FiringBelow({ firing, content }: FiringBelowProps) {
  const styles = useStyles2(getStyles);
  const below = useBelow(firing, content);
  const isCritical = below[0]?.now.state === 'firing' && below[0].now.severity === 'critical';
  const show = () => {
    const scroller = content.parentElement;
    const card = cardOf(content, below[0]);
    const top = scroller && card ? card.getBoundingClientRect().top - scroller.getBoundingClientRect().top : Infinity;
    // A card that is not made yet is made when the end of the list comes into view.
    scroller?.scrollBy({ top: Math.min(top, scroller.scrollHeight) });
    card?.querySelector<HTMLElement>('[aria-expanded]')?.focus({ preventScroll: true });
  };
  return below.length === 0 ? null : (
    <button type="button" className={styles.button} onClick={show}>
      <span className={styles[isCritical ? 'critical' : 'warning']}>
        <Glyph badge={isCritical ? 'critical' : 'warning'} />
      </span>
      {firingBelowWords(t, below)}
      <svg className={styles.arrow} viewBox="0 0 10 6" aria-hidden="true" focusable="false">
        <path d="M1 1l4 4 4-4" />
      </svg>
    </button>
  );
}

/** Which of the metrics stand below what is seen of the content, as it is scrolled and as cards open and close. */
function useBelow(firing: readonly MetricProtocol[], content: HTMLElement): readonly MetricProtocol[] {
  const [ids, setIds] = useState('[]');

  useEffect(() => {
    const scroller = content.parentElement;
    const look = () =>
      scroller && setIds(JSON.stringify(belowFrom(firing, content, scroller.getBoundingClientRect().bottom)));
    // It looks once at the begin, too.
    const resizes = new ResizeObserver(look);
    resizes.observe(content);
    if (scroller) {
      resizes.observe(scroller);
    }
    scroller?.addEventListener('scroll', look, { passive: true });
    return () => {
      resizes.disconnect();
      scroller?.removeEventListener('scroll', look);
    };
  }, [content, firing]);

  const known = new Set(JSON.parse(ids) as string[]);
  return firing.filter(({ id }) => known.has(id));
}

function belowFrom(firing: readonly MetricProtocol[], content: HTMLElement, bottom: number): string[] {
  return firing
    .filter((metric) => (cardOf(content, metric)?.getBoundingClientRect().top ?? Infinity) > bottom - STATE_PX)
    .map(({ id }) => id);
}

function cardOf(content: HTMLElement, { id }: MetricProtocol): HTMLElement | undefined {
  return content.querySelector<HTMLElement>(`[data-metric="${CSS.escape(id)}"]`) ?? undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    ...theme.typography.bodySmall,
    position: 'absolute',
    insetInline: 0,
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.75),
    height: BAR_PX,
    border: 'none',
    borderTop: `1px solid ${theme.colors.border.medium}`,
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    background: theme.colors.background.primary,
    '&:hover': { color: theme.colors.text.maxContrast, background: theme.colors.background.secondary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  critical: css({ display: 'inline-flex', color: theme.colors.error.text }),
  warning: css({ display: 'inline-flex', color: theme.colors.warning.text }),
  arrow: css({ width: 9, height: 6, flexShrink: 0, fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }),
});

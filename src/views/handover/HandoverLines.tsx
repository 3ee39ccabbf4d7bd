import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import type { HandoverItem, HandoverLine, HandoverPart } from '../../words/handover/handoverWords';
import { aloudItems, moreWords } from '../../words/handover/handoverWords';

interface HandoverLinesProps {
  lines: readonly HandoverLine[];
  /** What is told last; undefined where there is nothing else. */
  calm?: string;
  /** The address of a panel of the dashboard. */
  hrefOf: (panelId: number) => string;
}

/** The lines that are read aloud; what is behind each opens below it. */
export function HandoverLines({ lines, calm, hrefOf }: HandoverLinesProps) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.lines}>
      {lines.map((parts) => (
        <li key={parts[0].topic}>
          {parts.map((part) => (
            <Part key={part.topic} part={part} hrefOf={hrefOf} />
          ))}
        </li>
      ))}
      {calm !== undefined && <li className={styles.calm}>{calm}</li>}
    </ul>
  );
}

function Part({ part, hrefOf }: { part: HandoverPart; hrefOf: HandoverLinesProps['hrefOf'] }) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { title, items } = part;
  return (
    <div className={styles.part}>
      <p className={styles.line}>
        <button
          type="button"
          className={styles.topic}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'angle-down' : 'angle-right'} size="sm" />
          {title}
        </button>{' '}
        {!isOpen && <Aloud part={part} />}
      </p>
      {isOpen && (
        <ul id={id} className={styles.items}>
          {items.map((item) => (
            <Item key={item.key} item={item} hrefOf={hrefOf} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Aloud({ part }: { part: HandoverPart }) {
  const styles = useStyles2(getStyles);
  const { items, origin } = aloudItems(t, part);
  return (
    <>
      {items.map((item) => (
        <span key={item.key}>
          <Words item={item} />{' '}
        </span>
      ))}
      <span className={styles.quiet}>{[origin, moreWords(t, part)].filter(Boolean).join(' ')}</span>
    </>
  );
}

/** What is said, with the metric to be seen at once. */
function Words({ item: { label = '', words, origin } }: { item: HandoverItem }) {
  const styles = useStyles2(getStyles);
  const isLed = words.startsWith(label);
  return (
    <>
      {isLed && <span className={styles.label}>{label}</span>}
      {isLed ? words.slice(label.length) : words}
      {origin !== undefined && <span className={styles.quiet}> {origin}</span>}
    </>
  );
}

function Item({ item, hrefOf }: { item: HandoverItem; hrefOf: HandoverLinesProps['hrefOf'] }) {
  const styles = useStyles2(getStyles);
  const { panel } = item;
  return (
    <li>
      <Words item={item} />
      {panel?.panelId !== undefined && panel.title && (
        <>
          {' '}
          <a className={styles.link} href={hrefOf(panel.panelId)}>
            {panel.title}
          </a>
        </>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.75),
    overflowWrap: 'anywhere',
  }),
  part: css({ '& + &': { marginTop: theme.spacing(0.75) } }),
  line: css({ margin: 0 }),
  topic: css({
    margin: theme.spacing(0, 0.5, 0, 0),
    padding: 0,
    border: 0,
    background: 'none',
    color: theme.colors.text.maxContrast,
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: theme.typography.fontWeightBold,
    '& > svg': { margin: theme.spacing(0, 0.25, 0, 0), verticalAlign: '-2px', color: theme.colors.text.secondary },
    '&:hover': { textDecoration: 'underline' },
  }),
  label: css({ fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.maxContrast }),
  quiet: css({ color: theme.colors.text.secondary }),
  items: css({
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(0, 0, 0, 4),
    display: 'grid',
    gap: theme.spacing(0.5),
  }),
  link: css({ color: theme.colors.text.link, whiteSpace: 'nowrap', '&:hover': { textDecoration: 'underline' } }),
  calm: css({ color: theme.colors.text.secondary }),
});

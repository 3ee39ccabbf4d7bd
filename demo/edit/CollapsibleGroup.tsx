import { createContext, ReactNode, useContext, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { css, cx } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { locationService } from '@grafana/runtime';
import { Counter, Icon, useStyles2 } from '@grafana/ui';

/** Which groups a person has opened or closed, by id, for as long as the pane lives. */
export const GroupMemory = createContext<Map<string, boolean>>(new Map());

interface CollapsibleGroupProps {
  id: string;
  title: string;
  /** Beside the title. */
  count?: number;
  /** Under the title, while closed. */
  summary?: string;
  /** Beside the heading: what can be done with the whole group. */
  actions?: ReactNode;
  isOpenByDefault?: boolean;
  /** Opens whatever a person chose before, and is not remembered: a search hit, a rule that still needs properties. */
  isForcedOpen?: boolean;
  isNested?: boolean;
  children: ReactNode;
}

/** A group of options under a heading that opens and closes it, marked as Grafana marks its own for browser tests. */
export function CollapsibleGroup({
  id,
  title,
  count,
  summary,
  actions,
  isOpenByDefault = true,
  isForcedOpen = false,
  isNested = false,
  children,
}: CollapsibleGroupProps) {
  const styles = useStyles2(getStyles);
  const memory = useContext(GroupMemory);
  const [chosen, setChosen] = useState(isForcedOpen ? undefined : memory.get(id));
  const isOpen = chosen ?? (isForcedOpen || isOpenByDefault);
  const contentId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const isAskedFor = useIsAskedFor(id);
  const Heading = isNested ? 'h5' : 'h4';

  const toggle = () => {
    setChosen(!isOpen);
    if (!isForcedOpen) {
      memory.set(id, !isOpen);
    }
  };

  const [wasAskedFor, setWasAskedFor] = useState(false);
  if (isAskedFor !== wasAskedFor) {
    setWasAskedFor(isAskedFor);
    setChosen(isAskedFor || chosen);
  }
  useEffect(() => {
    if (isAskedFor) {
      frame.current?.scrollIntoView();
    }
  }, [isAskedFor]);

  return (
    <div
      ref={frame}
      className={cx(styles.group, isNested && styles.nestedGroup)}
      data-testid={selectors.components.OptionsGroup.group(id)}
    >
      <div className={cx(styles.header, isNested && styles.nestedHeader)}>
        <Heading className={styles.heading}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? contentId : undefined}
            aria-label={`${isOpen ? 'Collapse' : 'Expand'} ${title} category`}
            data-testid={selectors.components.OptionsGroup.toggle(id)}
            onClick={toggle}
          >
            <span className={cx(styles.title, isOpen && styles.openTitle)}>
              {title}
              {!isOpen && Boolean(count) && <Counter value={count ?? 0} />}
              {!isOpen && summary && <span className={styles.summary}>{summary}</span>}
            </span>
            <Icon name={isOpen ? 'angle-up' : 'angle-down'} />
          </button>
        </Heading>
        {actions}
      </div>
      {isOpen && (
        <div id={contentId} className={cx(styles.content, isNested && styles.nestedContent)}>
          {children}
        </div>
      )}
    </div>
  );
}

/** Whether the URL asks for the group, as Grafana's own pane understands it. */
function useIsAskedFor(id: string): boolean {
  return useSyncExternalStore(
    (listener) => locationService.getHistory().listen(listener),
    () => locationService.getSearchObject().showCategory === id
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
  nestedGroup: css({ marginBottom: theme.spacing(1) }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    paddingRight: theme.spacing(1),
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
  }),
  nestedHeader: css({ padding: 0 }),
  heading: css({ flex: 1, minWidth: 0, margin: 0, fontSize: theme.typography.body.fontSize }),
  toggle: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    width: '100%',
    padding: theme.spacing(1, 1.5),
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.secondary,
    textAlign: 'left',
  }),
  title: css({ minWidth: 0, fontWeight: theme.typography.fontWeightMedium }),
  openTitle: css({ color: theme.colors.text.primary }),
  summary: css({
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  content: css({ padding: theme.spacing(1, 2) }),
  nestedContent: css({
    marginLeft: theme.spacing(1.5),
    paddingRight: 0,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
});

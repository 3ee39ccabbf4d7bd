import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Input, useStyles2 } from '@grafana/ui';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';

import { useDraft } from './useDraft';

/** A text that is suggested, with what it means. */
export interface Suggestion {
  value: string;
  meaning?: string;
}

interface SuggestInputProps {
  id: string;
  value: string;
  suggestions: readonly Suggestion[];
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
  /** What the value will be, once a text is stored; left out, the text itself. */
  canonical?: (text: string) => string;
  onChange: (text: string) => void;
}

/**
 * A text input with suggestions below it. Unlike a list of options it takes any text, and keeps what was typed when it
 * loses the focus.
 */
export function SuggestInput(props: SuggestInputProps) {
  const { id, value, suggestions, describedBy, canonical, onChange, ...rest } = props;
  const styles = useStyles2(getStyles);
  const [text, type] = useDraft(value, onChange, canonical);
  const { shown, active, open, close, move } = useList(suggestions, text);
  const listId = `${id}-suggestions`;
  const optionId = (index: number) => `${listId}-${index}`;
  const take = (index: number) => {
    type(shown[index].value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active !== undefined && shown.length > 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && shown.length > 0) {
      // The panel editor closes on Escape, too.
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className={styles.frame}>
      <Input
        {...rest}
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        aria-describedby={describedBy}
        aria-invalid={rest.invalid}
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value);
          open();
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={listId} role="listbox" className={styles.list} hidden={shown.length === 0}>
        {shown.map((suggestion, index) => (
          // The keys are pressed in the input, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={suggestion.value}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={cx(styles.option, index === active && styles.active)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            {suggestion.value}
            {suggestion.meaning && <span className={styles.meaning}>{suggestion.meaning}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Which suggestions are shown, and which one Enter takes. */
function useList(suggestions: readonly Suggestion[], text: string) {
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const typed = text.trim().toLowerCase();
  const fitting = suggestions.filter(({ value }) => value.toLowerCase().startsWith(typed));
  // A text that is suggested already, or unlike all of them, is no reason to hide the others from who asks for them.
  const offered = fitting.length === 0 || fitting.some(({ value }) => value === text) ? suggestions : fitting;
  const isDone = fitting.length === 0 && chosen === undefined;
  const shown = isOpen && !isDone ? offered : [];
  const active = chosen === undefined || shown.length === 0 ? undefined : Math.min(chosen, shown.length - 1);
  const close = () => {
    setIsOpen(false);
    setChosen(undefined);
  };
  return {
    shown,
    active,
    close,
    open: () => {
      setIsOpen(true);
      setChosen(undefined);
    },
    move: (by: number) => {
      setIsOpen(true);
      const last = offered.length - 1;
      setChosen(active === undefined ? (by > 0 ? 0 : last) : (active + by + last + 1) % (last + 1));
    },
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ position: 'relative' }),
  list: css({
    position: 'absolute',
    zIndex: theme.zIndex.dropdown,
    insetInline: 0,
    top: `calc(100% + ${theme.spacing(0.25)})`,
    margin: 0,
    padding: theme.spacing(0.5),
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    '&[hidden]': { display: 'none' },
  }),
  option: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
  }),
  active: css({ background: theme.colors.action.hover }),
  meaning: css({ color: theme.colors.text.secondary }),
});

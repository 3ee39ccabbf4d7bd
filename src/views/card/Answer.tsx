import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import { useHint } from './useHint';

interface AnswerProps {
  /** The question in a word or two. */
  label: string;
  /** Where the answer comes from: told on hover of the answer, and on focus of its label. */
  source: string;
  children: ReactNode;
}

/** One of the answers of a rule, inside a `dl`. */
export function Answer({ label, source, children }: AnswerProps) {
  const styles = useStyles2(getStyles);
  const { shown, onHover, onFocus } = useHint();
  return (
    <div className={styles.answer} {...onHover}>
      <dt className={styles.label} {...onFocus}>
        <Tooltip show={shown} content={source} placement="left">
          <span>{label}</span>
        </Tooltip>
      </dt>
      <dd className={styles.words}>{children}</dd>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  answer: css({
    display: 'grid',
    gridTemplateColumns: '86px minmax(0, 1fr)',
    columnGap: theme.spacing(0.5),
    '&:hover > dt > span': { textDecorationColor: 'currentcolor' },
    '@container (max-width: 339px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  label: css({
    ...theme.typography.bodySmall,
    fontWeight: theme.typography.fontWeightRegular,
    color: theme.colors.text.secondary,
    lineHeight: '21px',
    whiteSpace: 'nowrap',
    span: {
      borderRadius: theme.shape.radius.default,
      textDecoration: 'underline dotted transparent',
      textUnderlineOffset: '3px',
      '&:focus-visible': {
        outline: `2px solid ${theme.colors.primary.main}`,
        outlineOffset: 2,
        boxShadow: 'none',
      },
    },
  }),
  words: css({ margin: 0, minWidth: 0, lineHeight: '21px', overflowWrap: 'anywhere' }),
});

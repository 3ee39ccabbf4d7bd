import { css } from '@emotion/css';
import type { DataFrame, FieldConfigSource, GrafanaTheme2 } from '@grafana/data';
import { Toggletip, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import type { Finding } from '../../protocol/coverage';
import type { Protocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { coverageWords } from '../../words/summaryWords';
import { latePart } from '../parts/latePart';

/** Loaded when somebody asks: most panels are never asked. */
const CoverageDetails = latePart(() => import(/* webpackChunkName: "coverage" */ './CoverageDetails'), {
  what: () => t('views.coverage.part', 'The coverage'),
});

interface CoverageButtonProps {
  /** Of all metrics, whichever are shown. */
  protocol: Protocol;
  timeZone: string;
  /** The panel's, and its data with that applied, as Grafana gives them to it. */
  fieldConfig: FieldConfigSource;
  series: DataFrame[];
  onFilter: (finding: Finding) => void;
  id?: string;
}

/** "3 of 4 rules complete", which opens to say what the others lack. Nothing where no metric is asked for a rule. */
export function CoverageButton({ id, onFilter, ...details }: CoverageButtonProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const words = coverageWords(t, details.protocol);
  const show = (finding: Finding) => {
    setOpen(false);
    onFilter(finding);
  };
  return words === undefined ? null : (
    <Toggletip
      show={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      placement="bottom-end"
      content={<CoverageDetails {...details} onFilter={show} />}
    >
      <button type="button" id={id} className={styles.button} title={words}>
        <span>{words}</span>
        <svg className={styles.arrow} viewBox="0 0 10 6" aria-hidden="true" focusable="false">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </button>
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    ...theme.typography.bodySmall,
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minWidth: '6em',
    height: '100%',
    padding: theme.spacing(0, 0.5),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: 'inherit',
    whiteSpace: 'nowrap',
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
    // The line cuts off what is outside of it.
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  arrow: css({ width: 9, height: 6, flexShrink: 0, fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }),
});

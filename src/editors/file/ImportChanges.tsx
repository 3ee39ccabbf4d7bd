import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

import { t } from '../../locales/t';
import type { FieldChange, VersionChange } from '../../tables/file/ruleChanges';
import type { Format } from '../../words/conditionWords';
import type { FieldChangeWords } from '../../words/fieldChangeWords';
import { fieldChangeWords, versionChangeWords } from '../../words/fieldChangeWords';
import type { MetricChange } from './metricChanges';

/** So many metrics are shown at once. */
const FIRST = 4;

/** What each changed rule said, and what it would say. Of many the first are shown, and the rest opens. */
export function ImportChanges({ changes }: { changes: readonly MetricChange[] }) {
  const styles = useStyles2(getStyles);
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? changes : changes.slice(0, FIRST);
  const more = changes.length - shown.length;
  return (
    <section className={styles.changes} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('editors.changes.title', 'What changes')}</h3>
      <ul className={styles.metrics}>
        {shown.map((change) => (
          <li key={change.metric}>
            <b>{change.metric}</b> <Kind {...change} />
            {change.kind !== 'last' &&
              change.versions.map((version, index) => (
                <Version
                  key={index}
                  version={version}
                  isFirst={change.kind === 'first'}
                  isNamed={change.kind === 'first' || change.versions.length > 1}
                  format={change.formatLevel}
                />
              ))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="sm" variant="secondary" fill="text" icon="angle-down" onClick={() => setIsOpen(true)}>
          {t('editors.changes.more', 'Show {{count}} more', { count: more })}
        </Button>
      )}
    </section>
  );
}

/** What happens to the rule as a whole, where one version of it changes with the version. */
function Kind({ kind, versions }: Pick<MetricChange, 'kind' | 'versions'>) {
  const styles = useStyles2(getStyles);
  const words = {
    first: t('editors.changes.first', 'first rule'),
    changed: versions.length === 1 ? versionChangeWords(t, versions[0]) : undefined,
    last: t('editors.changes.last', 'no rule any more'),
  };
  return words[kind] && <span className={styles.quiet}>{words[kind]}</span>;
}

interface VersionProps {
  version: VersionChange;
  isFirst: boolean;
  /** Whether it says which version it is. */
  isNamed: boolean;
  format: Format;
}

function Version({ version, isFirst, isNamed, format }: VersionProps) {
  const styles = useStyles2(getStyles);
  const label = isNamed ? versionChangeWords(t, version) : undefined;
  const words =
    version.kind === 'removed' ? [] : version.fields.map((field: FieldChange) => fieldChangeWords(t, field, format));
  return (
    <div>
      {label !== undefined && <div className={styles.quiet}>{label}</div>}
      {isFirst ? (
        <div>{words.map(saidOnce).join(' · ')}</div>
      ) : (
        <dl className={styles.fields}>
          {words.map((field) => (
            <Field key={field.field} {...field} />
          ))}
        </dl>
      )}
    </div>
  );
}

function saidOnce({ field, after = '' }: FieldChangeWords): string {
  return t('editors.changes.said', '{{field}}: {{after}}', { field, after });
}

function Field({ field, before, after }: FieldChangeWords) {
  const styles = useStyles2(getStyles);
  const none = t('editors.changes.none', 'none');
  return (
    <div className={styles.field}>
      <dt>{field}</dt>
      <dd>
        <span className={styles.quiet}>{before ?? none}</span> → <span>{after ?? none}</span>
      </dd>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  changes: css({
    marginBottom: theme.spacing(2),
    overflowWrap: 'anywhere',
    h3: { ...theme.typography.h5, margin: theme.spacing(0, 0, 0.5) },
  }),
  metrics: css({ display: 'grid', gap: theme.spacing(1), listStyle: 'none', margin: 0, padding: 0 }),
  quiet: css({ color: theme.colors.text.secondary }),
  fields: css({ margin: 0 }),
  field: css({
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(18)} 1fr`,
    gap: theme.spacing(1),
    dt: { fontWeight: theme.typography.fontWeightRegular, color: theme.colors.text.secondary },
    dd: { margin: 0 },
  }),
});

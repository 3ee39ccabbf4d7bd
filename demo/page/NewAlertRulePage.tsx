import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, Text, useStyles2 } from '@grafana/ui';
import { useQueryParam } from './useQueryParam';

/** Stands for Grafana's form of a new alert rule: it shows what that would be filled in with. */
export function NewAlertRulePage() {
  const styles = useStyles2(getStyles);
  const defaults = parseDefaults(useQueryParam('defaults'));
  const returnTo = useQueryParam('returnTo') ?? '/';
  return (
    <div className={styles.page}>
      <Text element="h1">New alert rule</Text>
      <Text color="secondary">A stand-in: Grafana opens its form here, filled in with this.</Text>
      {defaults === undefined ? (
        <p>The link says nothing that a form could be filled in with.</p>
      ) : (
        <dl className={styles.fields}>
          {Object.entries(defaults).map(([name, value]: [string, unknown]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === 'string' ? value : <pre>{JSON.stringify(value, undefined, 2)}</pre>}</dd>
            </div>
          ))}
        </dl>
      )}
      {/^\/(?!\/)/.test(returnTo) && (
        <div>
          <LinkButton variant="secondary" icon="arrow-left" href={returnTo}>
            Back
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function parseDefaults(text: string | null): object | undefined {
  try {
    const defaults: unknown = JSON.parse(text ?? '');
    return typeof defaults === 'object' && defaults !== null ? defaults : undefined;
  } catch {
    return undefined;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(3),
    width: '100%',
    maxWidth: 900,
    margin: '0 auto',
  }),
  fields: css({
    margin: 0,
    '& > div': { display: 'grid', gridTemplateColumns: `${theme.spacing(24)} 1fr`, gap: theme.spacing(1) },
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: theme.spacing(0, 0, 1), minWidth: 0, overflowWrap: 'anywhere' },
    pre: { margin: 0, whiteSpace: 'pre-wrap' },
  }),
});

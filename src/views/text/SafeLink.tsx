import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import { safeHref } from './safeHref';

interface Props {
  href: string;
  children: ReactNode;
}

/** A link to an address that a user wrote, in a new tab; plain text where the address is not safe. */
export function SafeLink({ href, children }: Props) {
  const styles = useStyles2(getStyles);
  const safe = safeHref(href);
  if (safe === undefined) {
    return <>{children}</>;
  }
  const leaves = !/^(mailto|tel|sms|sip):/i.test(safe);
  return (
    <a className={styles.link} href={safe} {...(leaves && { target: '_blank', rel: 'noopener noreferrer' })}>
      {children}
      {leaves && <span aria-hidden="true"> ↗</span>}
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    color: theme.colors.text.link,
    overflowWrap: 'anywhere',
    '&:hover': { textDecoration: 'underline' },
  }),
});

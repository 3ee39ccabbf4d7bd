import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

import { linkTo } from './linkTo';

interface SafeLinkProps {
  href: string;
  children: ReactNode;
}

/** A link to an address that a user wrote; plain text where the address is not safe. */
export function SafeLink({ href, children }: SafeLinkProps) {
  const styles = useStyles2(getStyles);
  const link = linkTo(href);
  if (link === undefined) {
    return <>{children}</>;
  }
  return (
    <a className={styles.link} href={link.href} target={link.target} rel={link.rel}>
      {children}
      {link.isPage && <span aria-hidden="true"> ↗</span>}
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

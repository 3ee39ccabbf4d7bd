import { css, cx } from '@emotion/css';
import { useLocation } from 'react-router-dom';
import type { GrafanaTheme2 } from '@grafana/data';
import type { IconName } from '@grafana/ui';
import { Icon, Link, useStyles2 } from '@grafana/ui';
import { TOP_BAR_HEIGHT } from './TopBar';
import { useDashboardList } from './useDashboardList';

/** The menu at the left: home and all dashboards. */
export function Navigation() {
  const styles = useStyles2(getStyles);
  const dashboards = useDashboardList() ?? [];
  return (
    <nav className={styles.menu} aria-label="Dashboards">
      <ul className={styles.list}>
        <Entry href="/" path="/" icon="home-alt" text="Home" />
        {dashboards.map(({ uid, url, title }) => (
          <Entry key={uid} href={url} path={`/d/${uid}`} icon="apps" text={title} />
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  href: string;
  /** Where the entry counts as the current one; a dashboard's slug may be missing. */
  path: string;
  icon: IconName;
  text: string;
}

function Entry({ href, path, icon, text }: EntryProps) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const active = pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  return (
    <li>
      <Link
        href={href}
        className={cx(styles.entry, active && styles.active)}
        aria-current={active ? 'page' : undefined}
      >
        <Icon name={icon} />
        {text}
      </Link>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  menu: css({
    width: 240,
    flexShrink: 0,
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('md')]: {
      position: 'fixed',
      top: TOP_BAR_HEIGHT,
      bottom: 0,
      zIndex: theme.zIndex.sidemenu,
    },
  }),
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(1),
    position: 'sticky',
    top: TOP_BAR_HEIGHT,
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  active: css({ color: theme.colors.text.primary, background: theme.colors.action.selected }),
});

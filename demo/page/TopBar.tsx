import { css } from '@emotion/css';
import { useLocation } from 'react-router-dom';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Badge, Icon, IconButton, Link, Stack, ToolbarButton, useStyles2 } from '@grafana/ui';
import type { RoleName } from '../host/bootData';
import { currentRole, playRole } from '../host/bootData';
import { useThemeSwitch } from './theme';
import { useDashboardList } from './useDashboardList';

/** In pixels; the controls of a dashboard stick right below it. */
export const TOP_BAR_HEIGHT = 40;

/** Whom the switch plays next: two who may write, and one who may only read. */
const NEXT_ROLE: Record<RoleName, RoleName> = { Admin: 'Editor', Editor: 'Viewer', Viewer: 'Admin' };

interface TopBarProps {
  navigationOpen: boolean;
  onToggleNavigation: () => void;
  onHelp: () => void;
}

/** Where one is, and the switches of the page. */
export function TopBar({ navigationOpen, onToggleNavigation, onHelp }: TopBarProps) {
  const styles = useStyles2(getStyles);
  const theme = useThemeSwitch();
  const role = currentRole();
  const other = theme.name === 'dark' ? 'light' : 'dark';
  return (
    <header className={styles.bar}>
      <Stack alignItems="center" gap={1}>
        <IconButton
          name="bars"
          size="xl"
          tooltip={navigationOpen ? 'Close menu' : 'Open menu'}
          aria-expanded={navigationOpen}
          onClick={onToggleNavigation}
        />
        <Breadcrumbs />
      </Stack>
      <Stack alignItems="center" gap={0.5}>
        <Badge text="Local host" color="blue" tooltip="Not Grafana: a page that hosts the built plugin. See Help." />
        <ToolbarButton icon="user" tooltip={`Play ${NEXT_ROLE[role]}`} onClick={() => playRole(NEXT_ROLE[role])}>
          {role}
        </ToolbarButton>
        <ToolbarButton icon="palette" iconOnly tooltip={`Switch to the ${other} theme`} onClick={theme.toggle} />
        <ToolbarButton
          icon="monitor"
          iconOnly
          tooltip="Kiosk mode"
          onClick={() => locationService.partial({ kiosk: true })}
        />
        <ToolbarButton icon="question-circle" onClick={onHelp}>
          Help
        </ToolbarButton>
      </Stack>
    </header>
  );
}

function Breadcrumbs() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const uid = /^\/d\/([^/]+)/.exec(pathname)?.[1];
  const dashboard = useDashboardList()?.find((hit) => hit.uid === uid);
  const steps = [
    { text: 'Home', href: '/' },
    { text: 'Dashboards', href: '/dashboards' },
    ...(dashboard ? [{ text: dashboard.title, href: dashboard.url }] : []),
  ];
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        {steps.map(({ text, href }, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={href} className={styles.crumb}>
              {last ? <span aria-current="page">{text}</span> : <Link href={href}>{text}</Link>}
              {!last && <Icon name="angle-right" />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'fixed',
    top: 0,
    left: 0,
    right: 0,
    zIndex: theme.zIndex.navbarFixed,
    height: TOP_BAR_HEIGHT,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1, 0, 1.5),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  crumbs: css({ display: 'flex', listStyle: 'none', margin: 0, padding: 0, alignItems: 'center' }),
  crumb: css({
    display: 'flex',
    alignItems: 'center',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    a: { color: theme.colors.text.secondary, '&:hover': { textDecoration: 'underline' } },
  }),
});

import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useMediaQuery } from './useMediaQuery';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { IconButton, useStyles2, useTheme2 } from '@grafana/ui';
import { HelpDialog } from './HelpDialog';
import { Navigation } from './Navigation';
import { listenToShortcuts } from './shortcuts';
import { TOP_BAR_HEIGHT, TopBar } from './TopBar';
import { useQueryParam } from './useQueryParam';

/** The frame around every page: top bar and navigation, or in kiosk mode nothing but a way out. */
export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const kiosk = useQueryParam('kiosk') !== null;
  const wide = useMediaQuery(`(min-width: ${useTheme2().breakpoints.values.xxl}px)`);
  const [navigationChoice, setNavigationChoice] = useState<boolean>();
  const navigationOpen = navigationChoice ?? wide;

  const [helpOpen, setHelpOpen] = useState(false);

  useEffect(() => (kiosk ? leaveOnEscape() : undefined), [kiosk]);
  useEffect(() => listenToShortcuts(document, () => setHelpOpen(true)), []);

  const help = helpOpen && <HelpDialog onClose={() => setHelpOpen(false)} />;
  if (kiosk) {
    return (
      <main className={styles.kiosk}>
        {children}
        {help}
        <IconButton
          className={styles.leave}
          name="times"
          size="lg"
          tooltip="Leave kiosk mode (Esc)"
          tooltipPlacement="left"
          onClick={leaveKiosk}
        />
      </main>
    );
  }
  return (
    <div className={styles.page}>
      <TopBar
        navigationOpen={navigationOpen}
        onToggleNavigation={() => setNavigationChoice(!navigationOpen)}
        onHelp={() => setHelpOpen(true)}
      />
      <div className={styles.below}>
        {navigationOpen && <Navigation />}
        <main className={styles.main}>{children}</main>
      </div>
      {help}
    </div>
  );
}

function leaveKiosk() {
  locationService.partial({ kiosk: null });
}

function leaveOnEscape() {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      leaveKiosk();
    }
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ minHeight: '100vh', background: theme.colors.background.canvas }),
  below: css({ display: 'flex', paddingTop: TOP_BAR_HEIGHT, minHeight: '100vh' }),
  main: css({ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }),
  kiosk: css({
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    background: theme.colors.background.canvas,
  }),
  leave: css({
    position: 'fixed',
    top: theme.spacing(1),
    right: theme.spacing(1),
    zIndex: theme.zIndex.navbarFixed,
    opacity: 0.2,
    '&:hover, &:focus-visible': { opacity: 1 },
  }),
});

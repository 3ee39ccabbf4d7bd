import type { Navigator, To } from 'react-router-dom';
import { createPath, NavigationType, parsePath, Route, Router, Routes } from 'react-router-dom';
import type { ReactNode } from 'react';
import { useLayoutEffect, useState } from 'react';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { ErrorBoundaryAlert, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { DashboardPage } from './DashboardPage';
import { HomePage } from './HomePage';
import { NewAlertRulePage } from './NewAlertRulePage';
import { Notifications } from './Notifications';
import { Shell } from './Shell';
import { ThemeProvider } from './theme';

/** The page: Grafana's providers around a shell with a home page and dashboards. */
export function App() {
  return (
    <ThemeProvider>
      <LocationServiceProvider service={locationService}>
        <ModalsProvider>
          <HistoryRouter>
            <Shell>
              <ErrorBoundaryAlert style="page">
                <Routes>
                  <Route path="/d/:uid/:slug?" element={<DashboardPage />} />
                  <Route path="/alerting/new" element={<NewAlertRulePage />} />
                  <Route path="*" element={<HomePage />} />
                </Routes>
              </ErrorBoundaryAlert>
            </Shell>
            <Notifications />
            <ModalRoot />
            <PortalContainer />
          </HistoryRouter>
        </ModalsProvider>
      </LocationServiceProvider>
    </ThemeProvider>
  );
}

/** A router on the history that Grafana's location service and scenes use. */
function HistoryRouter({ children }: { children: ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), [history]);
  return (
    <Router location={location} navigationType={NAVIGATION_TYPES[history.action]} navigator={NAVIGATOR}>
      {children}
    </Router>
  );
}

const NAVIGATION_TYPES: Record<string, NavigationType> = {
  POP: NavigationType.Pop,
  PUSH: NavigationType.Push,
  REPLACE: NavigationType.Replace,
};

const NAVIGATOR: Navigator = {
  createHref: (to) => locationService.getHistory().createHref(parsePath(pathOf(to))),
  go: (delta) => locationService.getHistory().go(delta),
  push: (to, state) => locationService.getHistory().push(pathOf(to), state),
  replace: (to, state) => locationService.getHistory().replace(pathOf(to), state),
};

function pathOf(to: To): string {
  return typeof to === 'string' ? to : createPath(to);
}

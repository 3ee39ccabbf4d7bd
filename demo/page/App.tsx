import { Route, Router, Routes } from 'react-router-dom';
import { useLayoutEffect, useState } from 'react';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { ErrorBoundaryAlert, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { DashboardPage } from './DashboardPage';
import { HomePage } from './HomePage';
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
function HistoryRouter({ children }: { children: React.ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), [history]);
  return (
    <Router location={location} navigationType={history.action as never} navigator={NAVIGATOR}>
      {children}
    </Router>
  );
}

const NAVIGATOR = {
  createHref: (to: unknown) => locationService.getHistory().createHref(to as never),
  go: (delta: number) => locationService.getHistory().go(delta),
  push: (to: unknown, state?: unknown) => locationService.getHistory().push(to as never, state),
  replace: (to: unknown, state?: unknown) => locationService.getHistory().replace(to as never, state),
};

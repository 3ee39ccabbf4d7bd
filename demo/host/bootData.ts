import type { BootData } from '@grafana/data';
import { GRAFANA_VERSION } from '../grafanaVersion';

export type ThemeName = 'dark' | 'light';

export type RoleName = 'Admin' | 'Editor' | 'Viewer';

const THEME_KEY = 'protocol-demo.theme';

/** What Grafana's server writes into its page, before any of Grafana's modules is imported. */
export function setBootData(): void {
  const theme = initialTheme();
  window.__grafana_public_path__ = '/public/';
  const bootData = {
    assets: { dark: '', light: '' },
    navTree: [],
    user: userWithRole(currentRole(), theme),
    settings: {
      appUrl: `${window.location.origin}/`,
      appSubUrl: '',
      namespace: 'default',
      windowTitlePrefix: '',
      buildInfo: { version: GRAFANA_VERSION, versionString: `Local host (${GRAFANA_VERSION})`, env: 'production' },
      featureToggles: {},
      defaultDatasource: '',
      datasources: {},
      panels: {},
      minRefreshInterval: '1s',
      unifiedAlertingEnabled: true,
      liveEnabled: false,
      licenseInfo: {},
    },
  };
  window.grafanaBootData = bootData as unknown as BootData;
}

/** Remembers the theme for the next visit. */
export function rememberTheme(theme: ThemeName): void {
  window.localStorage.setItem(THEME_KEY, theme);
}

const ROLE_KEY = 'protocol-demo.role';
const ROLES: readonly RoleName[] = ['Admin', 'Editor', 'Viewer'];

/** Whom the page plays: `?role=Viewer` or `?role=Editor`, remembered for the tab, otherwise an admin. */
export function currentRole(): RoleName {
  const asked = new URLSearchParams(window.location.search).get('role');
  if (asked !== null) {
    window.sessionStorage.setItem(ROLE_KEY, asked);
  }
  const played = window.sessionStorage.getItem(ROLE_KEY);
  return ROLES.find((role) => role === played) ?? 'Admin';
}

/** Loads the page again for somebody else. */
export function playRole(role: RoleName): void {
  window.sessionStorage.setItem(ROLE_KEY, role);
  const url = new URL(window.location.href);
  url.searchParams.delete('role');
  window.location.assign(url);
}

function initialTheme(): ThemeName {
  const asked = new URLSearchParams(window.location.search).get('theme');
  return (asked ?? window.localStorage.getItem(THEME_KEY)) === 'light' ? 'light' : 'dark';
}

function userWithRole(role: RoleName, theme: ThemeName) {
  const reading = { 'annotations:read': true, 'dashboards:read': true, 'datasources:query': true };
  const writing = {
    'annotations:create': true,
    'annotations:write': true,
    'annotations:delete': true,
    'dashboards:write': true,
    'alert.rules:create': true,
  };
  return {
    id: 1,
    uid: 'demo',
    isSignedIn: true,
    login: role.toLowerCase(),
    name: role,
    email: '',
    orgId: 1,
    orgName: 'Main Org.',
    orgRole: role,
    orgCount: 1,
    isGrafanaAdmin: role === 'Admin',
    theme,
    lightTheme: theme === 'light',
    timezone: 'browser',
    weekStart: 'browser',
    language: 'en-US',
    regionalFormat: 'en-US',
    helpFlags1: 0,
    hasEditPermissionInFolders: role !== 'Viewer',
    permissions: role === 'Viewer' ? reading : { ...reading, ...writing },
    gravatarUrl: '',
    externalUserId: '',
    authenticatedBy: '',
    fiscalYearStartMonth: 0,
  };
}

import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { getThemeById, ThemeContext } from '@grafana/data';
import { config } from '@grafana/runtime';
import { GlobalStyles } from '@grafana/ui';
import type { ThemeName } from '../host/bootData';
import { rememberTheme } from '../host/bootData';

interface ThemeSwitch {
  name: ThemeName;
  toggle: () => void;
}

const ThemeSwitchContext = createContext<ThemeSwitch>({ name: 'dark', toggle: () => {} });

/** The theme on the screen and the switch for it. */
export function useThemeSwitch(): ThemeSwitch {
  return useContext(ThemeSwitchContext);
}

/** Gives Grafana's theme to the page. `config.theme2` follows, because scenes reads the theme from there. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [name, setName] = useState<ThemeName>(config.theme2.isLight ? 'light' : 'dark');
  const theme = useMemo(() => getThemeById(name), [name]);
  const toggle = useCallback(() => {
    const next = name === 'dark' ? 'light' : 'dark';
    rememberTheme(next);
    applyToConfig(next);
    setName(next);
  }, [name]);
  const themeSwitch = useMemo(() => ({ name, toggle }), [name, toggle]);

  useLayoutEffect(() => {
    document.body.classList.remove('theme-dark', 'theme-light');
    document.body.classList.add(`theme-${name}`);
    document.documentElement.style.colorScheme = name;
  }, [name]);

  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <ThemeSwitchContext.Provider value={themeSwitch}>{children}</ThemeSwitchContext.Provider>
    </ThemeContext.Provider>
  );
}

function applyToConfig(name: ThemeName) {
  config.theme2 = getThemeById(name);
  config.theme = config.theme2.v1;
  config.bootData.user.theme = name;
  config.bootData.user.lightTheme = name === 'light';
}

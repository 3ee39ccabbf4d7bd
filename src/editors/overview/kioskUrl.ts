/** How often a screen asks for new data where the dashboard says nothing of it. */
const REFRESH = '30s';

/** What Grafana leaves on a screen in its kiosk mode, and takes away when it is asked to: it makes the wall smaller. */
const BARE = '_dash.hideTimePicker=true&_dash.hideLinks=true&_dash.hideVariables=true&hideLogo=true';

/**
 * The address of one panel of the dashboard that is open, alone on a screen: with its time range and variables as they are,
 * and refreshed.
 *
 * @param location - the browser's
 */
export function kioskUrl(
  panelId: number,
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>
) {
  const query = new URLSearchParams(search);
  const own = [...new URLSearchParams(BARE).keys()];
  for (const name of ['editPanel', 'inspect', 'inspectTab', 'tab', 'kiosk', 'viewPanel', ...own]) {
    query.delete(name);
  }
  if (!query.get('refresh')) {
    query.set('refresh', REFRESH);
  }
  return `${origin}${pathname}?viewPanel=panel-${panelId}&${BARE}&${query}&kiosk`;
}

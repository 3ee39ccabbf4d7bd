/** How often a screen asks for new data where the dashboard says nothing of it. */
const REFRESH = '30s';

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
  for (const name of ['editPanel', 'inspect', 'inspectTab', 'tab', 'kiosk', 'viewPanel']) {
    query.delete(name);
  }
  if (!query.get('refresh')) {
    query.set('refresh', REFRESH);
  }
  return `${origin}${pathname}?viewPanel=panel-${panelId}&${query}&kiosk`;
}

/**
 * A link to one panel of the dashboard that is open, with the time range and variables as they are.
 *
 * @param location - the browser's
 */
export function panelUrl(panelId: number, location: Pick<Location, 'origin' | 'pathname' | 'search'>): string {
  const query = new URLSearchParams(location.search);
  for (const name of ['editPanel', 'inspect', 'kiosk', 'fullscreen']) {
    query.delete(name);
  }
  query.set('viewPanel', String(panelId));
  return `${location.origin}${location.pathname}?${query}`;
}

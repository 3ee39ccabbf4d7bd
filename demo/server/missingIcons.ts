/** Strokes on a 24 by 24 grid for icons that a page often needs and that @grafana/ui does not publish. */
const DRAWN: Record<string, string> = {
  'angle-double-left': 'M16.5 8.5 13 12l3.5 3.5M11 8.5 7.5 12l3.5 3.5',
  'angle-double-up': 'M8.5 16.5 12 13l3.5 3.5M8.5 11 12 7.5l3.5 3.5',
  spinner: 'M12 3v4M12 17v4M3 12h4M17 12h4M5.6 5.6l2.9 2.9M15.5 15.5l2.9 2.9M5.6 18.4l2.9-2.9',
  'check-square': 'M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5',
  exclamation: 'M12 5v9M12 18v.5',
  home: 'M4 11l8-7 8 7M6 10v9h12v-9',
};

const OUTLINE = 'M6 6h12v12H6z';

/** An icon for a name that is not on npm: drawn here, or a plain outline. */
export function missingIcon(name: string): string {
  const path = DRAWN[name] ?? OUTLINE;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
    `stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`
  );
}

/** The layouts of a Protocol panel that show other panels. */
const OVERVIEWS: ReadonlySet<unknown> = new Set(['wall', 'handover']);

/** Whether a layout, as it was saved, is one that shows other panels. */
export function isOverview(layout: unknown): boolean {
  return OVERVIEWS.has(layout);
}

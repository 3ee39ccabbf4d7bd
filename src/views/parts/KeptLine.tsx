/** As high as a line of words, of small ones, and as a row of buttons with the gap above it, px. */
const HEIGHTS = { words: 22, smallWords: 18, buttons: 28 };

/** The room of a line that is told a moment later, so that nothing below it moves then. */
export function KeptLine({ of }: { of: keyof typeof HEIGHTS }) {
  return <div style={{ height: HEIGHTS[of] }} />;
}

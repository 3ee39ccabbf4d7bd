/** Reads `{team="Sales", region=EU}`; `$seriesIndex` in a value is the number of the series. */
export function parseLabels(text: string | undefined, seriesIndex = 0): Record<string, string> {
  const inner = (text ?? '').trim().replace(/^\{+|\}+$/g, '');
  if (inner.length < 2) {
    return {};
  }
  const pairs = inner.split(',').flatMap((pair): Array<[string, string]> => {
    const at = pair.indexOf('=');
    if (at < 0) {
      return [];
    }
    const value = pair
      .slice(at + 1)
      .trim()
      .replace(/^"+|"+$/g, '');
    return [[pair.slice(0, at).trim(), value.replaceAll('$seriesIndex', String(seriesIndex))]];
  });
  return Object.fromEntries(pairs);
}

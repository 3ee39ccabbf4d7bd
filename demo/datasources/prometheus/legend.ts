export type Labels = Record<string, string>;

/**
 * The name that Grafana gives a series: from `legendFormat`, else the metric with its labels. With `__auto` a series
 * with labels gets none, so that the panel finds the labels that differ; what would be `{}` is the expression.
 */
export function legendOf(labels: Labels, legendFormat: string | undefined, expression: string): string | undefined {
  const legend = formatLegend(labels, legendFormat ?? '');
  return legend === '{}' ? expression : legend || undefined;
}

function formatLegend(labels: Labels, legendFormat: string): string {
  if (legendFormat === '__auto') {
    return Object.keys(labels).length > 0 ? '' : '{}';
  }
  if (legendFormat === '') {
    return seriesName(labels);
  }
  return legendFormat.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

function seriesName({ __name__: metric = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .sort();
  return pairs.length === 0 && metric !== '' ? metric : `${metric}{${pairs.join(', ')}}`;
}

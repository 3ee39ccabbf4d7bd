import { textUtil } from '@grafana/data';

/** The native tooltip renders HTML: what users wrote must not become any, but keeps its lines. */
export function escapeText(text: string): string {
  return textUtil.escapeHtml(text).replace(/\r?\n/g, '<br>');
}

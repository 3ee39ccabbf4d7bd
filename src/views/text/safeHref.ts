import { textUtil } from '@grafana/data';

/** Schemes that a rule may link to: web, mail, phone and the chats that open by scheme. */
const SCHEMES = /^(https?|mailto|tel|sms|slack|msteams|sip):/i;

/**
 * The address if it is safe to link to, else undefined: `javascript:`, `data:` and whatever else has a scheme that is
 * not known here. A path ("/d/abc") stays within Grafana.
 */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim();
  const href = textUtil.sanitizeUrl(trimmed);
  if (trimmed === '' || href === 'about:blank') {
    return undefined;
  }
  return SCHEMES.test(href) || /^\/(?![/\\])/.test(href) ? href : undefined;
}

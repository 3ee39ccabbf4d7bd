import { locationUtil } from '@grafana/data';

import { safeHref } from './safeHref';

/** The attributes of a link to an address that a user wrote. */
export interface Link {
  href: string;
  target: '_blank' | '_self';
  rel?: string;
  /** Whether it opens a page in a tab of its own, and no program beside the browser. */
  isPage: boolean;
}

/** Paths and the web; what is left opens a program: mail, phone, chat. */
const PAGE = /^(https?:|\/)/i;

/**
 * A link to an address that a user wrote, or undefined where that is not safe.
 *
 * Every link has a target, because Grafana follows those that have none by itself: it takes `tel:` for a path of its own,
 * and is left with "page not found". A page gets a tab of its own; another program is called from where one is, as a tab
 * would stay empty. A path is one of Grafana's, with or without the sub-path that it is served from.
 */
export function linkTo(address: string): Link | undefined {
  const safe = safeHref(address);
  if (safe === undefined) {
    return undefined;
  }
  return PAGE.test(safe)
    ? { href: locationUtil.assureBaseUrl(safe), target: '_blank', rel: 'noopener noreferrer', isPage: true }
    : { href: safe, target: '_self', isPage: false };
}

/**
 * An address as it is understood outside of Grafana, in a chat: a path with all that is before it. What is not safe to
 * link to stays as it was written.
 */
export function fullAddress(address: string): string {
  const href = linkTo(address)?.href;
  return href?.startsWith('/') ? `${window.location.origin}${href}` : (href ?? address);
}

import type { Notice } from '../../protocol/notices';

/** What a notice takes of the panel's height, px: each is one line. */
export const NOTICE_HEIGHT = 26;

/** What notices take of the panel's height, px. */
export function noticesHeight(notices: readonly Notice[]): number {
  return notices.length * NOTICE_HEIGHT;
}

import { safeHref } from '../../views/text/safeHref';
import type { Contact } from '../../views/text/contacts';

/** What an input recognised in a contact: a way to reach somebody, words alone, or an address that is not safe to open. */
export type ContactKind = 'mail' | 'phone' | 'chat' | 'link' | 'words' | 'unsafe';

const CHATS =
  /(^|\.)(slack\.com|teams\.microsoft\.com|chat\.google\.com|discord\.(com|gg)|webex\.com|zulipchat\.com|t\.me|wa\.me)$/;
const CHAT_NAMES = /^(chat|mattermost|rocket|rocketchat|zulip|matrix|element)\./;

/** What kind of contact this is, by its address. */
export function contactKind({ href }: Contact): ContactKind {
  if (href === undefined) {
    return 'words';
  }
  if (safeHref(href) === undefined) {
    return 'unsafe';
  }
  const scheme = /^[\w+.-]+(?=:)/.exec(href)?.[0].toLowerCase();
  if (scheme === 'mailto') {
    return 'mail';
  }
  if (scheme === 'tel' || scheme === 'sms' || scheme === 'sip') {
    return 'phone';
  }
  return scheme === 'slack' || scheme === 'msteams' || isChat(href) ? 'chat' : 'link';
}

function isChat(href: string): boolean {
  const host = /^\w+:\/\/([^/?#:]+)/.exec(href)?.[1].toLowerCase() ?? '';
  return CHATS.test(host) || CHAT_NAMES.test(host);
}

/** One way to reach somebody: words, with an address where there is one. */
export interface Contact {
  label: string;
  href?: string;
}

/** What an address begins with: any scheme with slashes, those that need none, or a path of at least two parts. */
const ADDRESS = String.raw`(?:\w[\w+.-]*:\/\/|(?:https?|mailto|tel|sms|sip|slack|msteams):|\/[^\s/\\]+\/)\S*?`;
/** A number as people write it, after the scheme of what it is for. */
const NUMBER = String.raw`\+?\d[\d\s().-]*\d`;

const MARKDOWN_LINK = /^\[([^\]]+)\]\((\S+)\)$/;
const LABELLED = new RegExp(`^(.+?)[\\s:]+<?(${ADDRESS}|(?:tel|sms):${NUMBER})>?$`, 'i');
const BARE = new RegExp(`^<?(${ADDRESS})>?$`, 'i');
const MAIL = /^(?:mailto:)?([^\s@:/?]+@[^\s@?]+\.[^\s@?]+)(\?\S*)?$/i;
const PHONE = /^(?:tel:)?(\+?\d[\d\s().-]{4,}\d)$/i;
const CALL = new RegExp(`^(tel|sms):${NUMBER}$`, 'i');

/**
 * Reads a rule's contact: parts between commas, semicolons or line breaks, each a mail address, a phone number, a link
 * (bare, `[label](address)`, or a label before the address, as in `#sales https://chat…`) or plain words. Links are of
 * the web, of mail, phone, SMS, SIP and chats, or paths of Grafana.
 */
export function readContacts(text: string): Contact[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readContact);
}

function readContact(part: string): Contact {
  const mail = MAIL.exec(part);
  if (mail) {
    return { label: mail[1], href: `mailto:${mail[1]}${mail[2] ?? ''}` };
  }
  const phone = PHONE.exec(part);
  if (phone) {
    return { label: phone[1], href: `tel:${phone[1].replace(/[^\d+]/g, '')}` };
  }
  if (CALL.test(part)) {
    return { label: part, href: undialled(part) };
  }
  const bare = BARE.exec(part);
  if (bare) {
    return { label: shortAddress(bare[1]), href: bare[1] };
  }
  const labelled = MARKDOWN_LINK.exec(part) ?? LABELLED.exec(part);
  return labelled ? { label: labelled[1], href: undialled(labelled[2]) } : { label: part };
}

/** Without the spaces, brackets and dashes that people write into numbers. */
function undialled(address: string): string {
  return CALL.test(address) ? address.replace(/[\s().-]/g, '') : address;
}

/** An address as a person would name it: without its scheme, query and trailing slash. */
function shortAddress(url: string): string {
  return url
    .replace(/^\w[\w+.-]*:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

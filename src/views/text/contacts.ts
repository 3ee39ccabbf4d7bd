/** One way to reach somebody: words, with an address where there is one. */
export interface Contact {
  label: string;
  href?: string;
}

const MARKDOWN_LINK = /^\[([^\]]+)\]\((\S+)\)$/;
const LABELLED_URL = /^(.+?)[\s:]+<?(\w[\w+.-]*:\/\/\S+?)>?$/;
const URL = /^<?(\w[\w+.-]*:\/\/\S+?)>?$/;
const MAIL = /^(?:mailto:)?([^\s@:/]+@[^\s@]+\.[^\s@]+)$/i;
const PHONE = /^(?:tel:)?(\+?\d[\d\s().-]{4,}\d)$/i;

/**
 * Reads a rule's contact: parts between commas, semicolons or line breaks, each a mail address, a phone number, a link
 * (bare, `[label](address)`, or a label before the address, as in `#sales https://chat…`) or plain words.
 */
export function readContacts(text: string): Contact[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readContact);
}

function readContact(part: string): Contact {
  const labelled = MARKDOWN_LINK.exec(part) ?? (URL.test(part) ? null : LABELLED_URL.exec(part));
  if (labelled) {
    return { label: labelled[1], href: labelled[2] };
  }
  const url = URL.exec(part);
  if (url) {
    return { label: shortAddress(url[1]), href: url[1] };
  }
  const mail = MAIL.exec(part);
  if (mail) {
    return { label: mail[1], href: `mailto:${mail[1]}` };
  }
  const phone = PHONE.exec(part);
  if (phone) {
    return { label: phone[1], href: `tel:${phone[1].replace(/[^\d+]/g, '')}` };
  }
  return { label: part };
}

/** An address as a person would name it: without its scheme, query and trailing slash. */
function shortAddress(url: string): string {
  return url
    .replace(/^\w[\w+.-]*:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

import { renderMarkdown, textUtil } from '@grafana/data';

import { stepLines } from '../../words/stepLines';
import { fullAddress, linkTo } from './linkTo';

/** Elements that prose on a card may have; of the others only the text is kept. */
const KEPT = new Set('A B BLOCKQUOTE BR CODE DEL EM HR I LI OL P PRE S STRONG SUB SUP UL'.split(' '));

/** Elements that lose their content too. */
const DROPPED = new Set('AUDIO IFRAME IMG INPUT SCRIPT STYLE SVG TEMPLATE VIDEO'.split(' '));

/**
 * Markdown that a user wrote, as HTML that is safe to insert. Grafana's sanitiser comes first; what it lets through
 * but a card has no use for (styles, classes, images, frames, headings, tables) goes as well. Links are as `linkTo` says.
 */
export function markdownHtml(markdown: string): string {
  return parse(markdown).innerHTML;
}

/** The steps of an action as plain lines (see `stepLines`). */
export function markdownSteps(markdown: string): string[] {
  return stepLines(markdown, parsedSteps);
}

/** The steps of an action for who reads them elsewhere, in a chat: what a link leads to is told behind its words. */
export function copiedSteps(markdown: string): string[] {
  return stepLines(markdown, (marked) => parsedSteps(marked, tellAddresses));
}

function parsedSteps(markdown: string, prepare?: (body: HTMLElement) => void): string[] {
  const body = parse(markdown);
  prepare?.(body);
  const items = [...body.querySelectorAll('li')];
  return items.length > 0 ? items.map(ownText) : [...body.children].flatMap((block) => text(block).split('\n'));
}

/** The text of a list item without that of the lists inside it. */
function ownText(item: Element): string {
  const own = [...item.childNodes].filter((node) => !/^[OU]L$/.test(node.nodeName));
  return own.map((node) => node.textContent ?? '').join('');
}

function tellAddresses(body: HTMLElement): void {
  body.querySelectorAll('a').forEach((link) => {
    const address = fullAddress(link.getAttribute('href') ?? '');
    const words = link.textContent ?? '';
    link.textContent = address === words || address === `mailto:${words}` ? words : `${words} (${address})`;
  });
}

function parse(markdown: string): HTMLElement {
  const body = inert(renderMarkdown(markdown, { breaks: true, noSanitize: true }));
  const addresses = hideAddresses(body);
  const sanitised = inert(textUtil.sanitizeTextPanelContent(body.innerHTML));
  [...sanitised.querySelectorAll('*')].reverse().forEach((element) => clean(element, addresses));
  return sanitised;
}

/** An inert document: nothing loads or runs while it is cleaned. */
function inert(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/**
 * Grafana's sanitiser knows few schemes, and takes those of chats and phones away: it gets numbers in their place.
 *
 * @returns the addresses by their numbers
 */
function hideAddresses(body: HTMLElement): ReadonlyMap<string, string> {
  const links = [...body.querySelectorAll('a')];
  return new Map(
    links.map((link, index) => {
      const address = link.getAttribute('href') ?? '';
      const hidden = `#${index}`;
      link.setAttribute('href', hidden);
      return [hidden, address];
    })
  );
}

function clean(element: Element, addresses: ReadonlyMap<string, string>): void {
  if (DROPPED.has(element.tagName.toUpperCase())) {
    element.remove();
  } else if (!KEPT.has(element.tagName)) {
    unwrap(element);
  } else {
    cleanAttributes(element, addresses);
  }
}

function unwrap(element: Element): void {
  if (/^H[1-6]$/.test(element.tagName)) {
    const paragraph = element.ownerDocument.createElement('p');
    paragraph.append(...element.childNodes);
    element.replaceWith(paragraph);
  } else {
    element.replaceWith(...element.childNodes);
  }
}

function cleanAttributes(element: Element, addresses: ReadonlyMap<string, string>): void {
  const address = element.tagName === 'A' ? addresses.get(element.getAttribute('href') ?? '') : undefined;
  const start = element.tagName === 'OL' ? element.getAttribute('start') : null;
  [...element.attributes].forEach(({ name }) => element.removeAttribute(name));
  if (start !== null) {
    element.setAttribute('start', start);
  }
  if (element.tagName !== 'A') {
    return;
  }
  const link = linkTo(address ?? '');
  if (link === undefined) {
    element.replaceWith(...element.childNodes);
    return;
  }
  element.setAttribute('href', link.href);
  element.setAttribute('target', link.target);
  if (link.rel !== undefined) {
    element.setAttribute('rel', link.rel);
  }
}

function text(element: Element): string {
  element.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  return element.textContent ?? '';
}

import { renderMarkdown } from '@grafana/data';

import { safeHref } from './safeHref';

/** Elements that prose on a card may have; of the others only the text is kept. */
const KEPT = new Set('A B BLOCKQUOTE BR CODE DEL EM HR I LI OL P PRE S STRONG SUB SUP UL'.split(' '));

/** Elements that lose their content too. */
const DROPPED = new Set('AUDIO IFRAME IMG INPUT SCRIPT STYLE SVG TEMPLATE VIDEO'.split(' '));

/**
 * Markdown that a user wrote, as HTML that is safe to insert. Grafana's sanitiser comes first; what it lets through
 * but a card has no use for (styles, classes, images, frames, headings, tables) goes as well. Links open in a new tab.
 */
export function markdownHtml(markdown: string): string {
  return parse(markdown).innerHTML;
}

/** The steps of an action as plain lines: its list items, or its lines where it has no list. */
export function markdownSteps(markdown: string): string[] {
  const body = parse(markdown);
  const items = [...body.querySelectorAll('li')].filter((item) => item.querySelector('li') === null);
  const blocks = items.length > 0 ? items.map(text) : [...body.children].flatMap((block) => text(block).split('\n'));
  return blocks.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

function parse(markdown: string): HTMLElement {
  // An inert document: nothing loads or runs while it is cleaned.
  const { body } = new DOMParser().parseFromString(renderMarkdown(markdown, { breaks: true }), 'text/html');
  [...body.querySelectorAll('*')].reverse().forEach(clean);
  return body;
}

function clean(element: Element): void {
  if (DROPPED.has(element.tagName.toUpperCase())) {
    element.remove();
  } else if (!KEPT.has(element.tagName)) {
    unwrap(element);
  } else {
    cleanAttributes(element);
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

function cleanAttributes(element: Element): void {
  const address = element.tagName === 'A' ? element.getAttribute('href') : null;
  const start = element.tagName === 'OL' ? element.getAttribute('start') : null;
  [...element.attributes].forEach(({ name }) => element.removeAttribute(name));
  if (start !== null) {
    element.setAttribute('start', start);
  }
  if (element.tagName !== 'A') {
    return;
  }
  const href = safeHref(address ?? '');
  if (href === undefined) {
    element.replaceWith(...element.childNodes);
    return;
  }
  element.setAttribute('href', href);
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
}

function text(element: Element): string {
  element.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  return element.textContent ?? '';
}

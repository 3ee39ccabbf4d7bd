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
  return (plainSteps(markdown) ?? parsedSteps(markdown))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Characters and lines that mean something else in Markdown than themselves. */
const MARKED = /[\\`*_<>&~#![\]|]|^(?: {4}|\t)|^\s*[-=+]+\s*$/m;
const LIST_ITEM = /^ {0,3}(?:\d{1,9}[.)]|[-+])\s+/;

/** The steps of a text without marks but a list's, read without a parser: a list of cards has many of them. */
function plainSteps(markdown: string): string[] | undefined {
  const lines = markdown.split('\n').filter((line) => line.trim() !== '');
  const items = lines.filter((line) => LIST_ITEM.test(line));
  const mixed = items.length > 0 && items.length < lines.length;
  return MARKED.test(markdown) || mixed ? undefined : lines.map((line) => line.replace(LIST_ITEM, ''));
}

function parsedSteps(markdown: string): string[] {
  const body = parse(markdown);
  const items = [...body.querySelectorAll('li')];
  return items.length > 0 ? items.map(ownText) : [...body.children].flatMap((block) => text(block).split('\n'));
}

/** The text of a list item without that of the lists inside it. */
function ownText(item: Element): string {
  const own = [...item.childNodes].filter((node) => !/^[OU]L$/.test(node.nodeName));
  return own.map((node) => node.textContent ?? '').join('');
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

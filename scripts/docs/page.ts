import { marked } from 'marked';

/** A picture on a page. */
export interface Picture {
  /** As the page writes it, relative to the page. */
  source: string;
  /** What is read in its place; blank where nobody wrote it. */
  alt: string;
}

/** What a page of the docs has that leads somewhere. */
export interface Page {
  /** What its links lead to, as written: relative paths, anchors, web addresses. */
  links: string[];
  /** What can be linked to on it. */
  anchors: Set<string>;
  /** A picture once for every file of it: one for dark screens has the text of the one for light screens. */
  pictures: Picture[];
}

/**
 * Reads a page as GitHub shows it.
 *
 * @param markdown - The text of the page; HTML in it counts.
 */
export function readPage(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const body = new DOMParser().parseFromString(html, 'text/html');
  return {
    links: attributes(body, 'a[href]', 'href'),
    anchors: anchorsOf(body),
    pictures: picturesOf(body),
  };
}

function picturesOf(body: Document): Picture[] {
  return [...body.querySelectorAll('img')].flatMap((image) => {
    const alt = image.getAttribute('alt')?.trim() ?? '';
    const others = [...(image.closest('picture')?.querySelectorAll('source') ?? [])];
    const sources = [...others.map((other) => other.getAttribute('srcset')), image.getAttribute('src')];
    return sources.map((source) => ({ source: source ?? '', alt }));
  });
}

/** The headings' ids, which GitHub numbers where they are alike, and those that the page gives itself. */
function anchorsOf(body: Document): Set<string> {
  const anchors = new Set([...attributes(body, '[id]', 'id'), ...attributes(body, 'a[name]', 'name')]);
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const slug = slugOf(heading.textContent ?? '');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) {
      anchor = `${slug}-${count}`;
    }
    anchors.add(anchor);
  }
  return anchors;
}

/** GitHub's id of a heading: in lower case, blanks as hyphens, without punctuation. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function attributes(body: Document, selector: string, name: string): string[] {
  return [...body.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
}

import { existsSync, readFileSync, statSync } from 'fs';
import { dirname, join, normalize } from 'path';

import { globSync } from 'glob';

import type { Page } from './page';
import { readPage } from './page';
import { EXCEPT } from '../pictures/except';

const PROJECT = join(__dirname, '../..');
const FRONT_DOOR = 'README.md';
const PAGES = [
  ...[FRONT_DOOR, 'CONTRIBUTING.md', 'CHANGELOG.md', 'demo/README.md', 'provisioning/README.md'],
  ...find('docs/*.md'),
];
const PICTURES = find('docs/img/**/*.*');

/** Drawn by `npm run drawings`, whose own test holds them to what it draws. */
const DRAWINGS = 'docs/img/evaluation/';

/** Of these a page may hold several, and its reader may be on a train. */
const LARGEST_BYTES = 350_000;

const pages = new Map(PAGES.map((path) => [path, readPage(readFileSync(join(PROJECT, path), 'utf8'))]));

describe('the docs', () => {
  it('lead to files and headings that there are', () => {
    const broken = [...pages].flatMap(([path, { links }]) =>
      links.filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`)
    );
    expect(broken).toEqual([]);
  });

  it('can all be reached from the front door', () => {
    const reached = new Set([FRONT_DOOR]);
    for (const path of reached) {
      pages.get(path)?.links.forEach((link) => reached.add(targetOf(path, link).file));
    }
    expect(PAGES.filter((path) => !reached.has(path))).toEqual([]);
  });

  it('show pictures that there are, each with words for who can’t see it', () => {
    const shown = [...pages].flatMap(([path, { pictures }]) => pictures.map((picture) => ({ path, ...picture })));
    const missing = shown.filter(({ path, source }) => !isWeb(source) && !isFile(targetOf(path, source).file));
    const wordless = shown.filter(({ alt }) => !/\p{L}+ \p{L}+/u.test(alt));
    expect({ missing, wordless }).toEqual({ missing: [], wordless: [] });
  });
});

describe('the pictures of the docs', () => {
  const made = find('scripts/pictures/*.picture.ts').flatMap((path) => {
    const titles = readFileSync(join(PROJECT, path), 'utf8').matchAll(/\bpicture\(\s*'([^']+)'/g);
    return Array.from(titles, ([, title]) => `docs/img/${title}.png`);
  });
  const excepted = Object.keys(EXCEPT).map((name) => `docs/img/${name}`);

  it('are all on a page', () => {
    const used = new Set(
      [...pages].flatMap(([path, { pictures }]) => pictures.map(({ source }) => targetOf(path, source).file))
    );
    expect(PICTURES.filter((path) => !used.has(path))).toEqual([]);
  });

  it('are each made by one script, or it is said why not', () => {
    const origins = [...made, ...excepted, ...PICTURES.filter((path) => path.startsWith(DRAWINGS))];
    expect(origins.sort()).toEqual([...PICTURES].sort());
  });

  it('are small', () => {
    const bytes = (path: string) => statSync(join(PROJECT, path)).size;
    expect(PICTURES.filter((path) => bytes(path) > LARGEST_BYTES)).toEqual([]);
  });
});

describe('a page', () => {
  it.each([
    ['# Two words', 'two-words'],
    ['## `noData`, and why it’s there', 'nodata-and-why-its-there'],
    ['## [Linked](x.md) & *more*', 'linked--more'],
    ['### snake_case – Größe 2', 'snake_case--größe-2'],
    ['<a id="here"></a>', 'here'],
  ])('with %s can be linked to as %s', (markdown, anchor) => {
    expect([...readPage(markdown).anchors]).toEqual([anchor]);
  });

  it('numbers headings that are alike', () => {
    expect([...readPage('## Same\n\n## Same\n\n## Same').anchors]).toEqual(['same', 'same-1', 'same-2']);
  });

  it('has links in texts, tables and HTML, and none in code', () => {
    const page = readPage(
      '[a](a.md)\n\n|x|\n|-|\n|[b](b.md#c)|\n\n<a href="d.md">d</a>\n\n`[e](e.md)`\n\n    [f](f.md)'
    );
    expect(page.links).toEqual(['a.md', 'b.md#c', 'd.md']);
  });

  it('has pictures for light and dark screens, with one text', () => {
    const page = readPage(
      '![A card](a.png)\n\n<picture><source srcset="d.png"><img src="l.png" alt="A wall"></picture>'
    );
    expect(page.pictures).toEqual([
      { source: 'a.png', alt: 'A card' },
      { source: 'd.png', alt: 'A wall' },
      { source: 'l.png', alt: 'A wall' },
    ]);
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  if (isWeb(link)) {
    return true;
  }
  const { file, anchor } = targetOf(from, link);
  return existsSync(join(PROJECT, file)) && (anchor === undefined || anchorsOf(file).has(anchor));
}

/** Where a link of a page leads to: a path in the project, and the place on it. */
function targetOf(from: string, link: string): { file: string; anchor?: string } {
  const [path, anchor] = link.split('#');
  return { file: path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path))), anchor };
}

function anchorsOf(file: string): Page['anchors'] {
  const page = pages.get(file) ?? readPage(readFileSync(join(PROJECT, file), 'utf8'));
  return page.anchors;
}

function isWeb(link: string): boolean {
  return /^(https?|mailto):/.test(link);
}

function isFile(path: string): boolean {
  return existsSync(join(PROJECT, path)) && statSync(join(PROJECT, path)).isFile();
}

function find(pattern: string): string[] {
  return globSync(pattern, { cwd: PROJECT });
}

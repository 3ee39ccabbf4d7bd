import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { textsOf } from './textsLoader.mjs';

const CATALOGUE = join(__dirname, '../src/locales/en-US/protocolops-protocol-panel.json');
const SOURCES = join(__dirname, '../src');

type Words = { [key: string]: string | Words };

/** A package says what its catalogue says: the texts of the code are not in it. */
it('says in the catalogue what the sources say', () => {
  const words: Words = JSON.parse(readFileSync(CATALOGUE, 'utf8'));
  const texts = sources().flatMap((path) => [...textsOf(readFileSync(path, 'utf8'))]);
  expect(texts.length).toBeGreaterThan(500);
  const others = texts.filter(([key, text]) => lookUp(words, key) !== text);
  expect(others.map(([key, text]) => ({ key, text, inCatalogue: lookUp(words, key) }))).toEqual([]);
});

function lookUp(words: Words, key: string): unknown {
  return key
    .split('.')
    .reduce<Words | string | undefined>((part, name) => (typeof part === 'object' ? part[name] : undefined), words);
}

function sources(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('testing/'))
    .map((name) => join(SOURCES, name));
}

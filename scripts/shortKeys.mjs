import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CATALOGUE = join(process.cwd(), 'src/locales/en-US/protocolops-protocol-panel.json');

/** What i18next adds to the key of a text that has several forms. */
const FORM = /_(zero|one|two|few|many|other)$/;

/**
 * The short key of each key of a catalogue: its place in it. A package calls its texts so, for every key goes over the wire
 * with every panel.
 *
 * @param {object} words - a catalogue, nested by the parts of its keys
 * @returns {Map<string, string>} without the forms of one and of many
 */
export function shortKeysOf(words) {
  const keys = new Set([...textsIn(words)].map(([key]) => key.replace(FORM, '')));
  return new Map([...keys].map((key, place) => [key, place.toString(36)]));
}

let known;

/** The short keys of the English catalogue, which has every text. */
export function shortKeys() {
  known ??= shortKeysOf(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
  return known;
}

/**
 * A catalogue of any language by the short keys.
 *
 * @param {string} content - the file of the catalogue
 * @param {Map<string, string>} short - the short keys
 */
export function withShortKeys(content, short) {
  const texts = [...textsIn(JSON.parse(content))].flatMap(([key, text]) => {
    const [form = ''] = FORM.exec(key) ?? [];
    const found = short.get(key.replace(FORM, ''));
    return found === undefined ? [] : [[found + form, text]];
  });
  return JSON.stringify(Object.fromEntries(texts));
}

function* textsIn(words, path = []) {
  for (const [name, below] of Object.entries(words)) {
    if (typeof below === 'string') {
      yield [[...path, name].join('.'), below];
    } else {
      yield* textsIn(below, [...path, name]);
    }
  }
}

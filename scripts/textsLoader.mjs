import ts from 'typescript';

import { shortKeys } from './shortKeys.mjs';

const DEFAULT = 'defaultValue';

/** Of one, and of many, as English has them. */
const FORMS = ['_one', '_other'];

/**
 * A loader of webpack: takes the English texts out of the calls of `t`, and calls them by the short keys of the package.
 * They are in the catalogue of words, too, which Grafana loads before the plugin (`src/locales/ensureEnglish.ts`), and would
 * go over the wire twice with every panel.
 *
 * @param source - a module of `src`, in TypeScript
 */
export default function textsLoader(source) {
  return withoutTexts(source, shortKeys());
}

/**
 * The source without its English texts, by short keys: `t('a.key', 'Text', values)` → `t('7', '', values)`,
 * `t('a.key', 'Text')` → `t('7')`, and so the texts of one and of many. Only literal keys and texts are in the catalogue, so all else stays.
 *
 * @throws {Error} where the catalogue lacks a key
 */
export function withoutTexts(source, short) {
  if (!source.includes('t(')) {
    return source;
  }
  const file = parse(source);
  return translationsIn(file)
    .flatMap(({ arguments: [key, text, values] }) => [
      {
        from: key.getStart(file),
        to: text.getEnd(),
        left: `'${shortOf(key.text, short)}'${values ? ", ''" : ''}`,
      },
      ...formsIn(values, file),
    ])
    .sort((one, other) => one.from - other.from)
    .reduceRight((all, { from, to, left }) => all.slice(0, from) + left + all.slice(to), source);
}

/** What takes the texts of one and of many out of the values of a call: the catalogue has them. */
function formsIn(values, file) {
  const properties = values?.properties ?? [];
  return properties.flatMap(({ name, initializer }, place) => {
    const isForm = FORMS.some((form) => name?.text === DEFAULT + form) && ts.isStringLiteralLike(initializer);
    const to = properties[place + 1]?.getStart(file) ?? values.getEnd() - 1;
    return isForm ? [{ from: name.getStart(file), to, left: '' }] : [];
  });
}

function shortOf(key, short) {
  const found = short.get(key);
  if (found === undefined) {
    throw new Error(`The catalogue has no text "${key}": npm run words writes it.`);
  }
  return found;
}

/**
 * The English texts of a module by their keys; those of one and of many by the keys that i18next gives them
 * (`a.key_one`, `a.key_other`).
 *
 * @param source - TypeScript
 * @returns {Map<string, string>} in the order of the source
 */
export function textsOf(source) {
  return new Map(
    translationsIn(parse(source)).flatMap((call) => {
      const [key, text] = call.arguments.map((argument) => argument.text);
      const values = valuesOf(call.arguments[2]);
      return values.has('count')
        ? FORMS.map((form) => [key + form, values.get(DEFAULT + form) ?? text])
        : [[key, text]];
    })
  );
}

function parse(source) {
  return ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest);
}

function translationsIn(file) {
  const found = [];
  const visit = (node) => {
    if (isTranslation(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a call puts into its text, by name; only texts have theirs. */
function valuesOf(values) {
  return new Map((values?.properties ?? []).map(({ name, initializer }) => [name?.text, initializer?.text]));
}

function isTranslation(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 't' &&
    node.arguments.length > 1 &&
    node.arguments.slice(0, 2).every((argument) => ts.isStringLiteralLike(argument))
  );
}

import ts from 'typescript';

const DEFAULT = 'defaultValue';

/** Of one, and of many, as English has them. */
const FORMS = ['_one', '_other'];

/**
 * A loader of webpack: takes the English texts out of the calls of `t`. They are in the catalogue of words, too, which
 * Grafana loads before the plugin (`src/locales/ensureEnglish.ts`), and would go over the wire twice with every panel.
 *
 * @param source - a module of `src`, in TypeScript
 */
export default function textsLoader(source) {
  return withoutTexts(source);
}

/**
 * The source with an empty text in place of each English one: `t('a.key', 'Text', values)` → `t('a.key', '', values)`.
 * Only literal keys and texts are in the catalogue, so all else stays.
 */
export function withoutTexts(source) {
  if (!source.includes('t(')) {
    return source;
  }
  const file = parse(source);
  return translationsIn(file)
    .map((call) => call.arguments[1])
    .reduceRight((left, text) => `${left.slice(0, text.getStart(file))}''${left.slice(text.getEnd())}`, source);
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

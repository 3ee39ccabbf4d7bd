import ts from 'typescript';

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
  const file = ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest);
  const texts = [];
  const visit = (node) => {
    if (isTranslation(node)) {
      texts.push(node.arguments[1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts.reduceRight(
    (left, text) => `${left.slice(0, text.getStart(file))}''${left.slice(text.getEnd())}`,
    source
  );
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

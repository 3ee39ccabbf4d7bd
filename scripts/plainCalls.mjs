/**
 * What webpack writes around the name of an imported function where it is called, so that the function has no `this`:
 * `(0,external_lodash_.sortBy)(values)`, and with the name that it had in a comment of webpack's. At that time nobody else
 * writes a comma without a space.
 */
const WRAPPED = /(?<![\w$)\]])\(0,([\w$]+(?:\/\* [.\w$]+ \*\/)? ?\.[\w$]+)\)(?=\()/g;

/**
 * Where a chunk calls what it imports through a wrapper: the name that takes its place.
 *
 * @param {string} code - a chunk as webpack writes it, before it is made small
 * @returns {Array<{ from: number, to: number, name: string }>} places in the code, `to` exclusive
 */
export function wrappedCalls(code) {
  return [...code.matchAll(WRAPPED)].map(({ 0: { length }, 1: name, index }) => ({
    from: index,
    to: index + length,
    name,
  }));
}

/**
 * A plugin of webpack: calls imported functions by their plain names. No function that we import or export asks for `this`, and
 * the wrappers, one for each text and each element, go over the wire with every panel.
 */
export class PlainCalls {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap('PlainCalls', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
      compilation.hooks.processAssets.tap({ name: 'PlainCalls', stage }, (assets) => {
        for (const name of Object.keys(assets).filter((each) => /\.js($|\?)/.test(each))) {
          compilation.updateAsset(name, (source) => plain(source, sources));
        }
      });
    });
  }
}

function plain(source, { ReplaceSource }) {
  const result = new ReplaceSource(source);
  for (const { from, to, name } of wrappedCalls(String(source.source()))) {
    result.replace(from, to - 1, name);
  }
  return result;
}

/** What a spreadsheet takes for the beginning of a formula, in either width of characters. */
const FORMULA = '=+\\-@\\t\\r\\n＝＋－＠';

/** Where a cell begins: at the beginning, and behind what may end a cell for a program that reads the file otherwise. */
const BEGIN = '(?<=^|[;,|"\\t\\r\\n])';

const RISKY = new RegExp(`${BEGIN}( *)('*)(?=[${FORMULA}])`, 'g');
const GUARDED = new RegExp(`${BEGIN}( *)'('*)(?=[${FORMULA}])`, 'g');

/**
 * Makes a text harmless for spreadsheets: an apostrophe is put before what one would run as a formula, at the beginning
 * of the text and behind everything that could end a cell (a file with commas may be opened as one with semicolons).
 */
export function guardFormulas(text: string): string {
  return text.replace(RISKY, "$1'$2");
}

/** Undoes `guardFormulas`, exactly. */
export function unguardFormulas(text: string): string {
  return text.replace(GUARDED, '$1$2');
}

/** The mark between whole numbers and fractions. */
export type DecimalMark = '.' | ',';

/** What a text says as a number. */
export type NumberReading =
  | { value: number }
  | { code: 'ambiguousNumber'; readings: readonly [number, number] }
  | { code: 'wrongDecimal' | 'notANumber' };

/** Longer ones are no numbers that a person wrote. */
const LONGEST = 64;

const GROUPED: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[1-9]\d{0,2}([, '’])\d{2,3}(?:\1\d{2,3})*(?<=[, '’]\d{3})(?:\.\d+)?$/,
  ',': /^[1-9]\d{0,2}([. '’])\d{2,3}(?:\1\d{2,3})*(?<=[. '’]\d{3})(?:,\d+)?$/,
};
const PLAIN: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:\d+\.?\d*|\.\d+)$/,
  ',': /^(?:\d+,?\d*|,\d+)$/,
};

/**
 * Reads a number as people write it: with a decimal point or comma, with thousands set apart (`1,234.5`, `1.234,5`,
 * `1 234`, `1'234`, `12,34,567`), with an exponent. What can be read in two ways (`1,234`) is not guessed at.
 *
 * @param decimal - The mark that the sheet uses, where it is known: it decides what could be read in two ways.
 */
export function readNumber(text: string, decimal?: DecimalMark): NumberReading {
  const point = readWith('.', text);
  const comma = readWith(',', text);
  const stated = decimal === '.' ? point : comma;
  if (decimal !== undefined && stated !== undefined) {
    return { value: stated };
  }
  if (point === undefined && comma === undefined) {
    return { code: 'notANumber' };
  }
  if (decimal !== undefined) {
    return { code: 'wrongDecimal' };
  }
  if (point !== undefined && comma !== undefined && point !== comma) {
    return { code: 'ambiguousNumber', readings: [point, comma] };
  }
  return { value: (point ?? comma) as number };
}

/** The decimal mark that a number betrays, because it makes sense with one only. */
function betrays(text: string): DecimalMark | undefined {
  const point = readWith('.', text);
  const comma = readWith(',', text);
  if ((point === undefined) === (comma === undefined)) {
    return undefined;
  }
  return point === undefined ? ',' : '.';
}

/** Digits with whatever may stand between them. */
const NUMBERS = /\d[\d.,]*\d/g;

/**
 * The decimal mark of a whole sheet, as its cells tell it: `20.5` and `1,234.5` are written with a point, `0,5` with a
 * comma. Undefined where no cell tells, and where cells contradict each other.
 *
 * @param texts - The texts of cells with numbers in them.
 */
export function decimalOf(texts: readonly string[]): DecimalMark | undefined {
  const numbers = texts.flatMap(
    (text) =>
      text
        .slice(0, LONGEST)
        .replace(/\.{2,}/g, ' ')
        .match(NUMBERS) ?? []
  );
  const marks = new Set(numbers.map(betrays).filter((mark) => mark !== undefined));
  return marks.size === 1 ? [...marks][0] : undefined;
}

function readWith(mark: DecimalMark, text: string): number | undefined {
  const parts = text.length > LONGEST ? null : /^([+-]?)(.*?)(e[+-]?\d+)?$/i.exec(text);
  if (!parts) {
    return undefined;
  }
  const [, sign, digits, exponent = ''] = parts;
  if (!PLAIN[mark].test(digits) && !GROUPED[mark].test(digits)) {
    return undefined;
  }
  const grouping = mark === '.' ? /[, '’]/g : /[. '’]/g;
  const value = Number(sign + digits.replace(grouping, '').replace(',', '.') + exponent);
  return Number.isFinite(value) ? value : undefined;
}

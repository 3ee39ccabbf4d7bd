const LIST_ITEM = /^( {0,3}(?:\d{1,9}[.)]|[-+*])[ \t]+)(.*)$/;

/** A text around its first step. */
interface Around {
  before: string;
  step: string;
  after: string;
}

/** The first step of an action: the first line of its first list item; of a text without a list the first line. */
export function firstStepOf(action: string): string {
  return aroundFirstStep(action).step;
}

/**
 * The action with another first step. Everything else of it stays as it is, to the letter.
 *
 * @param step - One line; breaks become spaces. It may be empty: then its place is kept for the next.
 */
export function withFirstStep(action: string, step: string): string {
  const { before, after } = aroundFirstStep(action);
  return before + step.replace(/\s*[\r\n]+\s*/g, ' ') + after;
}

/** How many steps an action has after the first: list items, or lines that say something. */
export function laterSteps(action: string): number {
  const lines = aroundFirstStep(action)
    .after.split('\n')
    .filter((line) => line.trim() !== '');
  const items = lines.filter((line) => LIST_ITEM.test(line));
  return hasList(action) ? items.length : lines.length;
}

function hasList(action: string): boolean {
  return action.split('\n').some((line) => LIST_ITEM.test(line));
}

function aroundFirstStep(action: string): Around {
  const lines = action.split('\n');
  const place = Math.max(
    0,
    lines.findIndex((line) => LIST_ITEM.test(line))
  );
  const [, mark = '', step = lines[place]] = LIST_ITEM.exec(lines[place]) ?? [];
  const upTo = lines.slice(0, place).map((line) => `${line}\n`);
  const from = lines.slice(place + 1).map((line) => `\n${line}`);
  return { before: upTo.join('') + mark, step, after: from.join('') };
}

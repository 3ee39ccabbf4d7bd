import type { SheetFindings } from '../protocol/protocol';
import type { SheetProblem, SheetProblemCode } from '../tables/sheet/table';
import type { Translate } from './translate';

/** What is not wrong with a sheet itself: it and the panel's metrics do not fit each other. */
const UNFIT: readonly SheetProblemCode[] = ['matchesNothing', 'noRow'];

/** How much there is to mend, in a line: "The rule sheet has 3 problems", "2 rows match no metric". */
export function sheetHeadlines(t: Translate, { rules, directory, responses, file }: SheetFindings): string[] {
  const of = (code: SheetProblemCode) => rules.filter((problem) => problem.code === code).length;
  const wrong = rules.filter(({ code }) => !UNFIT.includes(code)).length + (file?.length ?? 0);
  return [
    rulesWords(t, wrong, file !== undefined),
    unmatchedWords(t, of('matchesNothing'), file !== undefined),
    withoutWords(t, of('noRow'), file !== undefined),
    directoryWords(t, directory.length),
    responsesWords(t, responses?.length ?? 0),
  ].filter((words) => words !== undefined);
}

/** Whether a problem is of the sheet itself, and not one of the sheet and the metrics. */
export function isOfSheet({ code }: SheetProblem): boolean {
  return !UNFIT.includes(code);
}

function rulesWords(t: Translate, count: number, isFile: boolean): string | undefined {
  if (count === 0) {
    return undefined;
  }
  return isFile
    ? t('views.sheets.file-problems', 'The rule file has {{count}} problems', {
        count,
        defaultValue_one: 'The rule file has {{count}} problem',
        defaultValue_other: 'The rule file has {{count}} problems',
      })
    : t('views.sheets.sheet-problems', 'The rule sheet has {{count}} problems', {
        count,
        defaultValue_one: 'The rule sheet has {{count}} problem',
        defaultValue_other: 'The rule sheet has {{count}} problems',
      });
}

function unmatchedWords(t: Translate, count: number, isFile: boolean): string | undefined {
  if (count === 0) {
    return undefined;
  }
  return isFile
    ? t('views.sheets.unmatched-rules', '{{count}} rules match no metric', {
        count,
        defaultValue_one: '{{count}} rule matches no metric',
        defaultValue_other: '{{count}} rules match no metric',
      })
    : t('views.sheets.unmatched-rows', '{{count}} rows match no metric', {
        count,
        defaultValue_one: '{{count}} row matches no metric',
        defaultValue_other: '{{count}} rows match no metric',
      });
}

function withoutWords(t: Translate, count: number, isFile: boolean): string | undefined {
  if (count === 0) {
    return undefined;
  }
  return isFile
    ? t('views.sheets.without-rule', '{{count}} metrics are not in the file', {
        count,
        defaultValue_one: '{{count}} metric is not in the file',
        defaultValue_other: '{{count}} metrics are not in the file',
      })
    : t('views.sheets.without-row', '{{count}} metrics have no row', {
        count,
        defaultValue_one: '{{count}} metric has no row',
        defaultValue_other: '{{count}} metrics have no row',
      });
}

function directoryWords(t: Translate, count: number): string | undefined {
  return count === 0
    ? undefined
    : t('views.sheets.directory-problems', 'The directory has {{count}} problems', {
        count,
        defaultValue_one: 'The directory has {{count}} problem',
        defaultValue_other: 'The directory has {{count}} problems',
      });
}

function responsesWords(t: Translate, count: number): string | undefined {
  return count === 0
    ? undefined
    : t('views.sheets.responses-problems', 'The response sheet has {{count}} problems', {
        count,
        defaultValue_one: 'The response sheet has {{count}} problem',
        defaultValue_other: 'The response sheet has {{count}} problems',
      });
}

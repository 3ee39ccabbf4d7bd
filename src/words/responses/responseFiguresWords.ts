import type { ResponseFigures } from '../../protocol/responses/responseFigures';
import { formatElapsed } from '../../time/duration';
import type { Translate } from '../translate';
import { unansweredWords } from './unansweredWords';

/**
 * What people did about the breaches of a list, in figures: "first response after 20 min (median), 3 h at worst", "1 with
 * no recorded response", "1 accepted". What there was none of is left out, but that every breach was answered is said.
 *
 * @param listed - How many breaches are listed: those of which not all is known are counted last.
 */
export function responseFiguresWords(t: Translate, figures: ResponseFigures, listed: number): string[] {
  const { breaches, unanswered, toFirst, accepted, falseAlarms, ruleWrong, fromSheet } = figures;
  return [
    toFirst && toFirstWords(t, toFirst),
    unanswered > 0 && unansweredWords(t, unanswered),
    breaches > 0 && unanswered === 0 && t('views.response.all-answered', 'each with a recorded response'),
    accepted > 0 && t('views.response.count-accepted', '{{n}} accepted', { n: accepted }),
    falseAlarms > 0 &&
      t('views.response.count-false', '{{count}} false alarms', {
        count: falseAlarms,
        defaultValue_one: '{{count}} false alarm',
        defaultValue_other: '{{count}} false alarms',
      }),
    ruleWrong > 0 && t('views.response.count-wrong', '{{n}} × “the rule is wrong”', { n: ruleWrong }),
    fromSheet > 0 && t('views.response.count-sheet', '{{n}} from the response sheet', { n: fromSheet }),
    breaches < listed && t('views.response.count-unknown', 'of {{n}} not all is known', { n: listed - breaches }),
  ].filter((words): words is string => typeof words === 'string');
}

function toFirstWords(t: Translate, { medianMs, worstMs }: NonNullable<ResponseFigures['toFirst']>): string {
  const values = { median: formatElapsed(medianMs), worst: formatElapsed(worstMs) };
  return medianMs === worstMs
    ? t('views.response.to-first', 'first response after {{median}}', values)
    : t('views.response.to-first-of', 'first response after {{median}} (median), {{worst}} at worst', values);
}

import type { Handover } from '../../protocol/handover/handover';
import { plainMarkdown } from '../breachMarkdown';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import type { HandoverItem, HandoverPart } from './handoverWords';
import { aloudItems, calmWords, handoverLines, handoverTitle, itemWords, moreWords } from './handoverWords';
import { reviewCell, reviewColumnName, reviewColumns, reviewSentences, upkeepSentences } from './reviewWords';

/** What a copied handover needs beside it. */
export interface HandoverCopy {
  times: TimeWords;
  /** The moment that it is told of, with its year: what is kept is read on other days. */
  asOf: string;
  /** The title of the dashboard. */
  dashboard?: string;
  /** Where it is shown. */
  url?: string;
  /** Whether the figures of the review go along. */
  withReview: boolean;
}

/**
 * A handover as Markdown, to be pasted into a chat or a document as it stands: its title, the lines that are read aloud as a
 * list, what they leave out below them, and the figures of the review where it is one. What users wrote stays text.
 */
export function handoverMarkdown(
  t: Translate,
  handover: Handover,
  { times, asOf, dashboard, url, withReview }: HandoverCopy
): string {
  const lines = handoverLines(t, handover, times);
  const calm = calmWords(t, handover);
  const title = [handoverTitle(t, handover, times), dashboard?.trim()].filter(Boolean).join(', ');
  const told = t('handover.as-of', 'As of {{at}}.', { at: asOf });
  return [
    `**${plainMarkdown(title)}**`,
    '',
    ...lines.map((parts) => `- ${parts.map((part) => partLine(t, part)).join(' ')}`),
    ...(calm === undefined ? [] : [`- ${plainMarkdown(calm)}`]),
    ...lines.flat().flatMap((part) => leftOut(t, part)),
    ...(withReview ? review(t, handover) : []),
    '',
    [plainMarkdown(told), url].filter(Boolean).join(' '),
    '',
  ].join('\n');
}

function partLine(t: Translate, part: HandoverPart): string {
  const { items, origin } = aloudItems(t, part);
  const after = [origin, moreWords(t, part)].filter((words) => words !== undefined).map(plainMarkdown);
  return [`**${plainMarkdown(part.title)}.**`, ...items.map(itemMarkdown), ...after].join(' ');
}

/** What is said of one thing, with the metric to be seen at once. */
function itemMarkdown(item: HandoverItem): string {
  const { label = '' } = item;
  const words = itemWords(item);
  return label !== '' && words.startsWith(label)
    ? `**${plainMarkdown(label)}**${plainMarkdown(words.slice(label.length))}`
    : plainMarkdown(words);
}

/** The rest of a part that is not read aloud as a whole. */
function leftOut(t: Translate, { title, items, aloud }: HandoverPart): string[] {
  const rest = items.slice(aloud);
  return rest.length === 0
    ? []
    : [
        '',
        `**${plainMarkdown(t('handover.rest', '{{topic}}: {{n}} more', { topic: title, n: rest.length }))}**`,
        '',
        ...rest.map((item) => `- ${itemMarkdown(item)}`),
      ];
}

function review(t: Translate, { figures }: Handover): string[] {
  const columns = reviewColumns(figures.isTracked);
  const rows = figures.metrics.map((row) => columns.map((column) => plainMarkdown(reviewCell(row, column))));
  const headers = columns.map((column) => plainMarkdown(reviewColumnName(t, column)));
  const table = [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    '',
    `**${plainMarkdown(t('handover.review.title', 'Review'))}**`,
    '',
    plainMarkdown([...reviewSentences(t, figures), ...upkeepSentences(t, figures)].join(' ')),
    ...(rows.length > 0 ? ['', ...table] : []),
  ];
}

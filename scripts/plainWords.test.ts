import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RULE_COLUMNS } from '../src/tables/sheet/ruleColumns';
import { CSV_HEADERS } from '../src/tables/file/csvColumns';

const CATALOGUE = join(__dirname, '../src/locales/en-US/protocolops-protocol-panel.json');

type Words = { [key: string]: string | Words };

/** Words of an alert engine, and of the panel's own works, that a reader who never ran one does not know. */
const JARGON: readonly RegExp[] = [
  /\bfir(?:e|es|ed|ing)\b/i, // a breach begins, a metric is in breach
  /\bpending\b/i, // watching
  /\brecover(?:s|ed|ing|y|ies)?\b/i, // easing, over
  /\bresolved?\b/i, // over
  /\bkeep(?:s)? firing\b/i, // stays open
  /\bstale(?:ness)?\b/i, // data late
  /\bonset\b/i, // crossed
  /\bflap(?:s|ping)?\b/i, // quick repeat
  /\bescalat/i, // tell
  /\bpaged\b/i, // alerted
  /\bevaluat/i, // checked
  /\bjudg(?:e|es|ed|ing)\b/i, // checked, told from
  /\bsettl(?:e|es|ed|ing)\b/i, // final
  /\bsamples?\b/i, // value
  /\bthresholds?\b/i, // level
  /\boperators?\b/i, // act when
  /\bhysteresis\b/i, // is over at
  /\binherit/i, // from
  /\bstated\b/i, // written, not checked
  /\boverrides?\b/i, // rule for one metric
  /\bdefault rule\b/i, // rule for all metrics
  /\bin view\b/i, // in the time shown
  /\b(?:least|min) volume\b|\bvolume series\b/i, // ignore when fewer than, counted by
  /\bupkeep\b/i, // agreement and dates
  /\bby itself\b/i, // automatically
  /\bback-?test/i, // test on the past
];

/** Where the word is meant: the panel speaks of an engine, or of a screen of Grafana's own. By the beginnings of keys. */
const MEANT: Readonly<Record<string, string>> = {
  'alerting.refused.': 'why a rule is not exported to an engine, in the words of that engine',
  'engine.': 'what an engine says, said as the engine’s',
  'editors.engine.': 'rules of an engine, to be linked and taken over',
  'editors.import.outranked': 'where in Grafana’s own pane the rule is found',
  'editors.import.overridden': 'where in Grafana’s own pane the rule is found',
  'editors.inherited.override': 'the heading of Grafana’s own pane',
  'editors.inherited.thresholds': 'Grafana’s option “Thresholds”',
  'editors.origin.override': 'the heading of Grafana’s own pane',
  'editors.outranked.': 'where in Grafana’s own pane the rule is found that comes first',
  'editors.origin.thresholds': 'Grafana’s option “Thresholds”',
  'editors.scope.no-match': 'said in Grafana’s own pane of an override',
  'panel.options.rule-sheet-description': 'where in Grafana’s own pane the rule is found',
  'rule.source.thresholds': 'Grafana’s option “Thresholds”',
  'views.coverage.an-override': 'where in Grafana’s own pane the rule is found',
  'views.wall.failing-mend': '“it goes on by itself” is plain, and of no automation',
  'views.wall.lost-connection-mend': '“it goes on by itself” is plain, and of no automation',
};

it('says nothing in the words of an alert engine where it does not speak of one', () => {
  const jargon = textsOf(JSON.parse(readFileSync(CATALOGUE, 'utf8')))
    .filter(([key]) => !Object.keys(MEANT).some((beginning) => key.startsWith(beginning)))
    .flatMap(([key, text]) =>
      JARGON.filter((word) => word.test(withoutValues(text))).map((word) => ({ key, text, word: String(word) }))
    );
  expect(jargon).toEqual([]);
});

it('excepts no text that needs no exception', () => {
  const texts = textsOf(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
  const needless = Object.keys(MEANT).filter(
    (beginning) =>
      !texts.some(([key, text]) => key.startsWith(beginning) && JARGON.some((word) => word.test(withoutValues(text))))
  );
  expect(needless).toEqual([]);
});

it('heads no column of a file with a word of an alert engine', () => {
  expect(CSV_HEADERS).toHaveLength(RULE_COLUMNS.length);
  expect(CSV_HEADERS.filter((header) => JARGON.some((word) => word.test(header)))).toEqual([]);
});

/** Every text with its key: "views.state.normal". */
function textsOf(words: Words, before = ''): Array<[string, string]> {
  return Object.entries(words).flatMap(([name, value]): Array<[string, string]> =>
    typeof value === 'string' ? [[before + name, value]] : textsOf(value, `${before}${name}.`)
  );
}

/** What is put into a text has a name for programmers: "{{state}}". */
function withoutValues(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, '');
}

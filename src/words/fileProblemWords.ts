import { fieldWords } from './fieldWords';
import { problemParts } from './problemWords';
import { sheetProblemWords } from './sheetWords';
import type { Translate } from './translate';
import type { BrokenFile, DroppedText, FileProblem } from '../tables/file/fileProblem';
import { RULE_FILE_VERSION } from '../tables/file/ruleFile';

/** A problem of a rule file as one text: where, with the line of a text, what is wrong, and how to mend it. */
export function fileProblemWords(t: Translate, problem: FileProblem): string {
  const words = problemOfFile(t, problem);
  switch (problem.code) {
    case 'rule':
    case 'noMetric':
    case 'sameMetric':
    case 'sheet':
    case 'noVersion':
    case 'unknownKey': {
      const { line } = problem;
      return line === undefined
        ? words
        : t('rule.file.on-line', 'Line {{line}}: {{problem}}', { line, problem: words });
    }
    default:
      return words;
  }
}

function problemOfFile(t: Translate, problem: FileProblem): string {
  switch (problem.code) {
    case 'sheet':
      return sheetProblemWords(t, problem.problem);
    case 'rule':
      return ruleWords(t, problem);
    case 'notYaml':
    case 'notCsv':
      return brokenWords(t, problem);
    case 'comment':
    case 'jsonComment':
    case 'secondDocument':
    case 'anchor':
    case 'tag':
    case 'emptyBlock':
    case 'fieldInText':
    case 'strayQuote':
    case 'nullWord':
      return droppedWords(t, problem);
    case 'noMetric':
      return t(
        'rule.file.no-metric',
        'Rule {{place}} names no metric and was left out. Write "metric: …" in it.',
        problem
      );
    case 'sameMetric':
      return t(
        'rule.file.same-metric',
        'Rule {{place}} is a second one for "{{found}}" and was left out. Write former versions as "earlier" of one rule.',
        problem
      );
    default:
      return wholeWords(t, problem);
  }
}

function ruleWords(t: Translate, { place, metric, problem }: Extract<FileProblem, { code: 'rule' }>): string {
  const { what, mend } = problemParts(t, problem);
  const { field, version } = problem;
  const values = { place, metric, field: fieldWords(t, field), what, mend, version };
  if (field === 'rule' || problem.code === 'recoveryOfWhich') {
    // It is about the whole rule, which is named already, or about several fields.
    return version === undefined
      ? t('rule.file.of-whole-rule', 'Rule {{place}} ({{metric}}): {{what}} {{mend}}', values)
      : t('rule.file.of-whole-version', 'Rule {{place}} ({{metric}}), version {{version}}: {{what}} {{mend}}', values);
  }
  return version === undefined
    ? t('rule.file.of-rule', 'Rule {{place}} ({{metric}}), {{field}}: {{what}} {{mend}}', values)
    : t(
        'rule.file.of-version',
        'Rule {{place}} ({{metric}}), version {{version}}, {{field}}: {{what}} {{mend}}',
        values
      );
}

function brokenWords(t: Translate, problem: BrokenFile): string {
  const { line, found } = problem;
  const format = problem.code === 'notYaml' ? 'YAML' : 'CSV';
  const what = problem.code === 'notYaml' ? yamlWords(t, problem) : found;
  return line === undefined
    ? t('rule.file.broken', 'This is not {{format}}: {{found}}', { format, found: what })
    : t('rule.file.broken-line', 'This is not {{format}}, line {{line}}: {{found}}', { format, line, found: what });
}

function yamlWords(t: Translate, { reason, found }: Extract<BrokenFile, { code: 'notYaml' }>): string {
  switch (reason) {
    case 'tab':
      return t('rule.file.tab', 'A tab is no indentation. Write spaces before "{{found}}".', { found });
    case 'sameKey':
      return t('rule.file.same-key', '"{{found}}" is there twice in one rule. Keep one of them.', { found });
    case 'openQuote':
      return t('rule.file.open-quote', 'A quote is not closed. Close it: {{found}}', { found });
    case 'noColon':
      return t('rule.file.no-colon', '"{{found}}" is no field with a value. Write it like "owner: Ana".', { found });
    case 'twoFields':
      return t('rule.file.two-fields', 'Two fields stand in one line. Write each in a line of its own: {{found}}', {
        found,
      });
    case 'other':
      return t('rule.file.yaml-says', '{{found}} Put a text with signs in it in quotes, and mind the indentation.', {
        found: /[.!?]$/.test(found) ? found : `${found}.`,
      });
  }
}

function droppedWords(t: Translate, { code, ...values }: DroppedText): string {
  switch (code) {
    case 'comment':
      return t(
        'rule.file.comment',
        'Line {{line}}: "{{found}}" is a comment in YAML, so it was not read. If it belongs to the value, put the value in quotes.',
        values
      );
    case 'jsonComment':
      return t(
        'rule.file.json-comment',
        'Line {{line}}: "{{found}}" is a comment, so the field in it was not read.',
        values
      );
    case 'secondDocument':
      return t(
        'rule.file.second-document',
        'Line {{line}}: a second document begins with "{{found}}" and was not read. Put its rules into the first, or into a file of their own.',
        values
      );
    case 'anchor':
    case 'tag':
      return t(
        'rule.file.sign',
        'Line {{line}}: "{{found}}" is a sign of YAML and no part of the value. If it is meant as text, put the value in quotes.',
        values
      );
    case 'fieldInText':
      return t(
        'rule.file.field-in-text',
        'Line {{line}}: "{{found}}" was read as a part of the text before it. If it is a field, begin its line below the other fields.',
        values
      );
    case 'strayQuote':
      return t(
        'rule.file.stray-quote',
        'Line {{line}}: one quote of {{found}} is missing. Write the text between two quotes, or without.',
        values
      );
    case 'emptyBlock':
      return t(
        'rule.file.empty-block',
        'Line {{line}}: "{{found}}" begins a text in YAML, and there is none under it. Write the text, or put the sign in quotes.',
        values
      );
    case 'nullWord':
      return t(
        'rule.file.null-word',
        'Line {{line}}: "{{found}}" means nothing in YAML, so the field is not given. If the word is meant, put it in quotes.',
        values
      );
  }
}

type WholeProblem = Extract<FileProblem, { code: 'notARuleFile' | 'unknownVersion' | 'noVersion' | 'unknownKey' }>;

function wholeWords(t: Translate, { code, found }: WholeProblem): string {
  const values = { found, version: RULE_FILE_VERSION };
  switch (code) {
    case 'notARuleFile':
      return t(
        'rule.file.not-a-rule-file',
        'This is not a file of rules. It has to begin with "protocolRules: {{version}}" and have a list of "rules".',
        values
      );
    case 'unknownVersion':
      return t(
        'rule.file.unknown-version',
        'The file says "protocolRules: {{found}}"; this plugin reads {{version}}. Export it anew, or update the plugin.',
        values
      );
    case 'noVersion':
      return t('rule.file.no-version', 'Begin the file with "protocolRules: {{version}}".', values);
    case 'unknownKey':
      return t('rule.file.unknown-key', '"{{found}}" is not a part of a rule file and was left out.', values);
  }
}

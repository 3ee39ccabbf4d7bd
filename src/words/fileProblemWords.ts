import { fieldWords } from './fieldWords';
import { problemParts } from './problemWords';
import { sheetProblemWords } from './sheetWords';
import type { Translate } from './translate';
import type { FileProblem } from '../tables/file/ruleFile';
import { RULE_FILE_VERSION } from '../tables/file/ruleFile';

/** A problem of a rule file as one text: where, what is wrong, and how to mend it. */
export function fileProblemWords(t: Translate, problem: FileProblem): string {
  switch (problem.code) {
    case 'sheet':
      return sheetProblemWords(t, problem.problem);
    case 'rule':
      return ruleWords(t, problem);
    case 'notYaml':
    case 'notCsv':
      return brokenWords(t, problem);
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
  const values = { place, metric, field: fieldWords(t, problem.field), what, mend, version: problem.version };
  return problem.version === undefined
    ? t('rule.file.of-rule', 'Rule {{place}} ({{metric}}), {{field}}: {{what}} {{mend}}', values)
    : t(
        'rule.file.of-version',
        'Rule {{place}} ({{metric}}), version {{version}}, {{field}}: {{what}} {{mend}}',
        values
      );
}

function brokenWords(
  t: Translate,
  { code, line, found }: Extract<FileProblem, { code: 'notYaml' | 'notCsv' }>
): string {
  const format = code === 'notYaml' ? 'YAML' : 'CSV';
  return line === undefined
    ? t('rule.file.broken', 'This is not {{format}}: {{found}}', { format, found })
    : t('rule.file.broken-line', 'This is not {{format}}, line {{line}}: {{found}}', { format, line, found });
}

type WholeProblem = Extract<FileProblem, { code: 'notARuleFile' | 'unknownVersion' | 'unknownKey' }>;

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
    case 'unknownKey':
      return t('rule.file.unknown-key', '"{{found}}" is not a part of a rule file and was left out.', values);
  }
}

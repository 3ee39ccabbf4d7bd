import { plain } from '../../testing/plain';
import { fileProblemWords } from '../../words/fileProblemWords';
import { readYaml } from './yamlFile';

/** A file with one rule, of these lines. */
const fileOf = (...lines: string[]) =>
  ['protocolRules: 1', 'rules:', '  - metric: Queue', ...lines.map((line) => `    ${line}`), ''].join('\n');

const ruleOf = (...lines: string[]) => readYaml(fileOf(...lines)).rules[0]?.rule;
const words = (text: string) => readYaml(text).problems.map((problem) => fileProblemWords(plain, problem));

/** What was read, without the way to where it stands. */
function read(text: string) {
  const { placeOf: _, ...reading } = readYaml(text);
  return reading;
}

describe('readYaml', () => {
  it.each<[string, object]>([
    ['operator: >', { operator: '>' }],
    ['operator: >=', { operator: '>=' }],
    ["operator: '<'", { operator: '<' }],
    ['owner: 0042', { owner: '0042' }],
    ['owner: 1.10', { owner: '1.10' }],
    ['contact: +31201234567', { contact: '+31201234567' }],
    ['owner: yes', { owner: 'yes' }],
    ['owner: true', { owner: 'true' }],
    ['agreedOn: 2026-03-01', { agreedOn: '2026-03-01' }],
    ['owner: @night-desk', { owner: '@night-desk' }],
    ['owner: %ops', { owner: '%ops' }],
    ['owner: *all*', { owner: '*all*' }],
    ['owner: &ops', { owner: '&ops' }],
    ['notify: !urgent', { notify: '!urgent' }],
    ['action: Step 1: call the desk', { action: 'Step 1: call the desk' }],
    ['action: R&D, *then* sales', { action: 'R&D, *then* sales' }],
    ['critical: 1e3', { critical: 1000 }],
    ['critical: [2, 4]', { critical: [2, 4] }],
    ["owner: 'null'", { owner: 'null' }],
    ['owner: "#sales"', { owner: '#sales' }],
  ])('%s is read as it is written', (line, rule) => {
    const file = fileOf(line, 'for: 5m');
    expect(read(file)).toEqual({ rules: [{ metric: 'Queue', rule: { ...rule, for: '5m' } }], problems: [] });
    expect(read(file.replaceAll('\n', '\r\n'))).toEqual(read(file));
    expect(read(file.replaceAll('\n', '\r'))).toEqual(read(file));
  });

  it.each(['*', '*.cpu', '* latency', '?', 'load *', '@api', '007'])('reads the metric %s', (metric) => {
    const text = `protocolRules: 1\nrules:\n  - metric: ${metric}\n    critical: 5\n`;
    expect(read(text)).toEqual({ rules: [{ metric, rule: { critical: 5 } }], problems: [] });
  });

  it.each<[string, string]>([
    ['owner: #sales', 'Line 4: "#sales" is a comment in YAML, so it was not read.'],
    ['owner: desk #3', 'Line 4: "#3" is a comment in YAML, so it was not read.'],
    ['critical: 5 # for: 5m', 'Line 4: "# for: 5m" is a comment in YAML'],
    ['critical: # 5', 'Line 4: "# 5" is a comment in YAML'],
    ['# owner: Ana', 'Line 4: "# owner: Ana" is a comment in YAML'],
    ['owner: &ops Ana', 'Line 4: "&ops" is a sign of YAML and no part of the value.'],
    ['owner: !boss Ana', 'Line 4: "!boss" is a sign of YAML and no part of the value.'],
    ['action: |', 'Line 4: "|" begins a text in YAML, and there is none under it.'],
    ['owner: null', 'Line 4: "null" means nothing in YAML, so the field is not given.'],
    ['action: |\n      Call\n      owner: Ana', 'Line 6: "owner: Ana" was read as a part of the text before it.'],
    ['action: |\n      Call   owner: Ana', 'Line 5: "Call   owner: Ana" was read as a part of the text before it.'],
    ['owner: [Ana]', 'Rule 1 (Queue), Who acts: Ana is not a text.'],
    ['<<: Ana', 'Rule 1 (Queue): "<<" is not a field of a rule.'],
    ['constructor: Ana', 'Rule 1 (Queue): "constructor" is not a field of a rule.'],
    ['__proto__: Ana', 'Rule 1 (Queue): "__proto__" is not a field of a rule.'],
  ])('%s is told', (line, message) => {
    expect(words(fileOf(line))).toEqual([expect.stringContaining(message)]);
  });

  it('names the field that a slip of the pen may mean', () => {
    expect(words(fileOf('runbook_url: https://x', 'keep_firing_for: 5m', 'summary: Bad'))).toEqual([
      expect.stringMatching(/^Line 4: Rule 1 \(Queue\): "runbook_url".*Write "runbook", if that is meant.$/),
      expect.stringMatching(/keep_firing_for.*Write "keepFiringFor", if that is meant.$/),
      expect.stringMatching(/summary.*Correct its name or remove it.$/),
    ]);
    expect(words(fileOf('onwer: Ana', 'escalate_to: Ben', 'recovery: { critcal: 21 }', 'colour: red'))).toEqual([
      expect.stringMatching(/critcal.*Write "recovery.critical", if that is meant.$/),
      expect.stringMatching(/onwer.*Write "owner", if that is meant.$/),
      expect.stringMatching(/escalate_to.*Write "escalateTo", if that is meant.$/),
      expect.stringMatching(/colour.*Correct its name or remove it.$/),
    ]);
  });

  it('tells the line of what can’t be used, in a rule, a version of it, and the file', () => {
    const text = `protocolRules: 1
team: sales
rules:
  - metric: Queue
    critical: many
    recovery:
      critical: few
    validFrom: 2026-12-01
    earlier:
      - for: 1d
      - validFrom: 2026-06-01
        for: 2 dayz
  - metric: Queue
  - owner: Ana
  - { metric: Desk, colour: red }
`;
    expect(words(text)).toEqual([
      expect.stringMatching(/^Line 2: "team" is not a part of a rule file/),
      expect.stringMatching(/^Line 5: Rule 1 \(Queue\), Critical: /),
      expect.stringMatching(/^Line 7: Rule 1 \(Queue\), Critical is over at: /),
      expect.stringMatching(/^Line 12: Rule 1 \(Queue\), version 2026-06-01, For how long: /),
      expect.stringMatching(/^Line 13: Rule 2 is a second one for "Queue"/),
      expect.stringMatching(/^Line 14: Rule 3 names no metric/),
      expect.stringMatching(/^Line 15: Rule 4 \(Desk\): "colour"/),
    ]);
  });

  it.each([
    'critical: 900 # series',
    'operator: > # more is bad',
    'for: 30m # as agreed',
    'owner: "Ana" # of sales',
    'recovery: # below\n      critical: 4',
    'critical: [2, 4] # a range',
  ])('says nothing of an ordinary comment: %s', (line) => {
    expect(read(fileOf(line))).toMatchObject({ problems: [] });
    expect(read(fileOf(line))).not.toHaveProperty('unclean');
  });

  it('says with which line a file begins', () => {
    const text = 'rules:\n  - metric: Queue\n    critical: 5\n';
    expect(words(text)).toEqual(['Line 1: Begin the file with "protocolRules: 1".']);
    expect(words(`protocolRules: 2\n${text}`)).toEqual([expect.stringContaining('this plugin reads 1')]);
  });

  it('says nothing of comments between the fields', () => {
    expect(words(fileOf('# As agreed in March:', 'critical: 5', '# yaml-language-server: $schema=x'))).toEqual([]);
  });

  it('reads anchors that are referred to', () => {
    expect(ruleOf('owner: &who Ana', 'escalateTo: *who')).toEqual({ owner: 'Ana', escalateTo: 'Ana' });
    expect(words(fileOf('owner: &who Ana', 'escalateTo: *who'))).toEqual([]);
  });

  it('takes in what a rule is based on, its own fields first', () => {
    const text = `protocolRules: 1
rules:
  - &base
    metric: Queue
    critical: 5
    owner: Ana
  - <<: *base
    metric: Desk
    owner: Ben
  - <<: [*base, { owner: Cy, for: 5m }]
    metric: Door
`;
    expect(read(text)).toEqual({
      rules: [
        { metric: 'Queue', rule: { critical: 5, owner: 'Ana' } },
        { metric: 'Desk', rule: { critical: 5, owner: 'Ben' } },
        { metric: 'Door', rule: { critical: 5, owner: 'Ana', for: '5m' } },
      ],
      problems: [],
    });
  });

  it('tells a second document, wherever the first one ends', () => {
    const second = 'protocolRules: 1\nrules: []\n';
    expect(words(`${fileOf('critical: 5')}---\n${second}`)).toEqual([
      'Line 6: a second document begins with "protocolRules: 1" and was not read. Put its rules into the first, or into a file of their own.',
    ]);
    expect(words(`${fileOf('critical: 5')}...\n${second}`)).toHaveLength(1);
    expect(words(`---\n${fileOf('critical: 5')}---\n`)).toEqual([]);
  });

  it.each<[string[], string]>([
    [['owner: Ana', 'owner: Ben'], 'line 5: "owner" is there twice in one rule. Keep one of them.'],
    [['owner: Ana', '\tfor: 5m'], 'line 5: A tab is no indentation. Write spaces before'],
    [['owner: "Ana'], 'line 4: A quote is not closed.'],
    [['owner: Ana', 'critical:5'], 'line 5: "critical:5" is no field with a value.'],
    [['owner: Ana    action: Call'], 'line 4: Two fields stand in one line. Write each in a line of its own: owner'],
    [['critical: [5'], 'Put a text with signs in it in quotes, and mind the indentation.'],
  ])('refuses %j with the line', (lines, message) => {
    expect(readYaml(fileOf(...lines)).rules).toEqual([]);
    expect(words(fileOf(...lines))).toEqual([expect.stringContaining(message)]);
  });

  it('reads JSON, in which null says nothing', () => {
    const text =
      '{ "protocolRules": 1,\n\t"rules": [{ "metric": "A", "owner": null, "critical": 5, "notify": "#x" }] }';
    expect(read(text)).toEqual({ rules: [{ metric: 'A', rule: { critical: 5, notify: '#x' } }], problems: [] });
  });

  it('reads JSON with comments, and tells the fields that they hold', () => {
    const text = `// The rules of the queue
{
  "protocolRules": 1, /* the "format" */
  "rules": [
    { "metric": "A", "critical": 5, // as agreed
      // "owner": "Ana",
      "runbook": "https://wiki.example.com/a//b" },
  ],
}`;
    expect(readYaml(text).rules).toEqual([
      { metric: 'A', rule: { critical: 5, runbook: 'https://wiki.example.com/a//b' } },
    ]);
    expect(words(text)).toEqual(['Line 6: "// "owner": "Ana"," is a comment, so the field in it was not read.']);
    expect(words('{"protocolRules": 1, "rules": [{"metric": "A", "owner": Ana"}]}')).toEqual([
      expect.stringContaining('Line 1: one quote of Ana" is missing.'),
    ]);
    expect(words('{"protocolRules": 1, "rules": [{"metric": "A", "critical": 5, "critical": 6}]}')).toEqual([
      expect.stringContaining('line 1: "critical" is there twice in one rule. Keep one of them.'),
    ]);
  });

  it('reads a large file with many faults in no time', () => {
    const rules = Array.from(
      { length: 1000 },
      (_, index) => `  - metric: *m${index}\n    owner: #x\n    operator: >=\n`
    );
    const start = performance.now();
    const { problems } = readYaml(`protocolRules: 1\nrules:\n${rules.join('')}`);
    expect(problems).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

import fc from 'fast-check';
import { isEqual } from 'lodash';

import type { MetricMarks, PanelAddress } from './identity';
import { identitiesOf, identityHash } from './identity';

const PANEL: PanelAddress = { dashboardUid: 'sales-ops', panelId: 4, repeat: {} };

const of = (metric: MetricMarks, panel = PANEL) => identitiesOf([metric], panel)[0];

describe('the canonical form', () => {
  it.each<[string, MetricMarks, PanelAddress, string]>([
    ['a name', { name: 'Leads' }, PANEL, '["i1",["panel","sales-ops",4],["name","Leads"],[]]'],
    ['empty labels', { name: 'Leads', labels: {} }, PANEL, '["i1",["panel","sales-ops",4],["name","Leads"],[]]'],
    [
      'labels, in the order of their names',
      { name: 'shown as', labels: { team: 'EMEA', a: '1' }, valueName: 'Value' },
      PANEL,
      '["i1",["panel","sales-ops",4],["labels",[["a","1"],["team","EMEA"]],""],[]]',
    ],
    [
      'labels, and a value with a name of its own',
      { name: 'shown as', labels: { team: 'EMEA' }, valueName: 'leads' },
      PANEL,
      '["i1",["panel","sales-ops",4],["labels",[["team","EMEA"]],"leads"],[]]',
    ],
    [
      'a repeat',
      { name: 'Leads' },
      { ...PANEL, repeat: { team: 'EMEA', region: 'EU' } },
      '["i1",["panel","sales-ops",4],["name","Leads"],[["region","EU"],["team","EMEA"]]]',
    ],
    ['a key', { name: 'Leads', key: ' leads ' }, PANEL, '["i1",["key","leads"],["name","Leads"],[]]'],
    ['other scripts', { name: 'é🙂\ud800' }, PANEL, String.raw`["i1",["panel","sales-ops",4],["name","\u00e9\ud83d\ude42\ud800"],[]]`], // prettier-ignore
  ])('of %s', (_, metric, panel, form) => {
    expect(of(metric, panel)).toBe(form);
  });
});

describe('is the same', () => {
  const metric = { name: 'Leads EMEA', labels: { team: 'EMEA', tier: '1' }, valueName: 'leads' };

  it.each<[string, MetricMarks, PanelAddress]>([
    ['shown under another name', { ...metric, name: 'Europe' }, PANEL],
    ['with its labels in another order', { ...metric, labels: { tier: '1', team: 'EMEA' } }, PANEL],
    ['with a blank key', { ...metric, key: ' ' }, PANEL],
  ])('%s', (_, other, panel) => {
    expect(of(other, panel)).toBe(of(metric));
  });

  it.each<[string, PanelAddress]>([
    ['another panel', { ...PANEL, panelId: 5 }],
    ['another dashboard', { ...PANEL, dashboardUid: 'wall' }],
    ['a dashboard that was never saved', { ...PANEL, dashboardUid: undefined }],
  ])('with a key on %s', (_, panel) => {
    expect(of({ ...metric, key: 'leads' }, panel)).toBe(of({ ...metric, key: 'leads' }));
  });

  it('whichever of several queries returns it', () => {
    const labels = { team: 'EMEA' };
    expect(of({ name: 'a', labels, valueName: 'Value #A' })).toBe(of({ name: 'a', labels, valueName: 'Value #B' }));
  });
});

describe('is another', () => {
  const metric: MetricMarks = { name: 'Leads', labels: { team: 'EMEA' }, valueName: 'leads' };
  const repeated: PanelAddress = { ...PANEL, repeat: { region: 'EU' } };

  it.each<[string, MetricMarks, PanelAddress]>([
    ['on another panel', metric, { ...repeated, panelId: 40 }],
    ['on another dashboard', metric, { ...repeated, dashboardUid: 'sales-ops-2' }],
    ['in another repeat', metric, { ...repeated, repeat: { region: 'US' } }],
    ['in the repeat of another variable', metric, { ...repeated, repeat: { zone: 'EU' } }],
    ['outside of a repeat', metric, PANEL],
    ['with another label', { ...metric, labels: { team: 'APAC' } }, repeated],
    ['with one label more', { ...metric, labels: { team: 'EMEA', tier: '' } }, repeated],
    ['without labels', { ...metric, labels: undefined }, repeated],
    ['of another value with the same labels', { ...metric, valueName: 'cost' }, repeated],
    ['with a key', { ...metric, key: 'leads' }, repeated],
    ['with a key that says what the panel says', { ...metric, key: '["panel","sales-ops",4]' }, repeated],
    ['with é in two characters', { ...metric, labels: { team: 'EMEA\u0301' } }, repeated],
  ])('%s', (_, other, panel) => {
    expect(of(other, panel)).not.toBe(of(metric, repeated));
  });

  it('in each repeat, with a key too', () => {
    const keyed = { ...metric, key: 'leads' };
    expect(of(keyed, { ...PANEL, repeat: { team: 'a' } })).not.toBe(of(keyed, { ...PANEL, repeat: { team: 'b' } }));
  });
});

describe('of the metrics of one panel', () => {
  const labels = { service: 'checkout' };

  it('names tell those apart that have the same labels, and leave the others alone', () => {
    const p50 = { name: 'p50', labels, valueName: 'Value' };
    const p99 = { name: 'p99', labels, valueName: 'Value' };
    const other = { name: 'p99', labels: { service: 'search' }, valueName: 'Value' };
    const [first, second, third] = identitiesOf([p50, p99, other], PANEL);
    expect(first).toBe('["i1",["panel","sales-ops",4],["labels",[["service","checkout"]],"","p50"],[]]');
    expect(second).toBe('["i1",["panel","sales-ops",4],["labels",[["service","checkout"]],"","p99"],[]]');
    expect(third).toBe(of(other));
  });

  it('keys tell them apart for good, whether the other one is there or not', () => {
    const p50 = { name: 'p50', labels, key: 'p50' };
    expect(identitiesOf([p50, { name: 'p99', labels, key: 'p99' }], PANEL)[0]).toBe(of(p50));
  });

  it('the order in which they come does not matter', () => {
    const metrics = [{ name: 'a', labels }, { name: 'b', labels }, { name: 'c' }];
    expect(identitiesOf([...metrics].reverse(), PANEL).reverse()).toEqual(identitiesOf(metrics, PANEL));
  });

  it('those that agree in all of it are one', () => {
    const [first, second] = identitiesOf([{ name: 'a' }, { name: 'a' }], PANEL);
    expect(first).toBe(second);
  });

  it.each([undefined, ''])('there is none on a dashboard that was never saved (%j), but with a key', (dashboardUid) => {
    const unsaved = { ...PANEL, dashboardUid };
    expect(identitiesOf([{ name: 'a' }, { name: 'b', key: 'b' }], unsaved)).toEqual([
      undefined,
      '["i1",["key","b"],["name","b"],[]]',
    ]);
  });
});

/** Texts of what breaks formats that join by a separator, and few of them, so that equal ones come often. */
const text = fc
  .oneof(
    fc.array(fc.constantFrom('"', ',', '[', ']', '\\', 'u00e9', 'é', 'Value', ':', '|', '\n', '\ud800', 'a', 'b'), {
      maxLength: 3,
    }),
    fc.array(fc.string({ unit: 'grapheme', maxLength: 2 }), { maxLength: 2 })
  )
  .map((parts) => parts.join(''));
const entries = fc.dictionary(text, text, { maxKeys: 2, noNullPrototype: true });
const subject = fc.record({
  metric: fc.record({ name: text, labels: entries, valueName: text, key: fc.constantFrom('', 'a', '"a', 'b') }),
  panel: fc.record({ dashboardUid: text, panelId: fc.constantFrom(1, 2, 12), repeat: entries }),
});
type Subject = { metric: Required<MetricMarks>; panel: PanelAddress };

/** What an identity says, as a list of facts that are compared one by one. */
function facts({ metric, panel }: Subject): unknown {
  const nameless = metric.valueName === '' || /^Value( #.*)?$/.test(metric.valueName);
  const hasLabels = Object.keys(metric.labels).length > 0;
  return {
    place: metric.key === '' ? { uid: panel.dashboardUid, id: panel.panelId } : { key: metric.key },
    subject: hasLabels ? { labels: metric.labels, value: nameless ? '' : metric.valueName } : { name: metric.name },
    repeat: panel.repeat,
  };
}

it('two metrics have one identity if and only if they agree in what it says', () => {
  fc.assert(
    fc.property(subject, subject, (a, b) => {
      fc.pre(a.panel.dashboardUid !== '' && b.panel.dashboardUid !== '');
      expect(of(a.metric, a.panel) === of(b.metric, b.panel)).toBe(isEqual(facts(a), facts(b)));
    }),
    { numRuns: 2000 }
  );
});

it('an identity can be read back, is ASCII, and its hash fits into one tag', () => {
  fc.assert(
    fc.property(subject, ({ metric, panel }) => {
      fc.pre(panel.dashboardUid !== '');
      const identity = of(metric, panel) ?? '';
      expect(identity).toMatch(/^[\0-\x7f]+$/);
      expect(JSON.parse(identity)).toHaveLength(4);
      expect(identityHash(identity)).toMatch(/^i1-[0-9a-f]{16}$/);
    })
  );
});

it('the hash of an identity never changes', () => {
  expect(identityHash('["i1",["panel","sales-ops",4],["name","Leads"],[]]')).toBe('i1-eb9d22e83966ec5c');
});

it('the identities of a thousand metrics in a hundred repeats have hashes of their own', () => {
  const hashes = Array.from({ length: 100 }, (_, repeat) =>
    identitiesOf(
      Array.from({ length: 1000 }, (__, pod) => ({ name: 'x', labels: { pod: `pod-${pod}` } })),
      { ...PANEL, repeat: { cluster: String(repeat) } }
    ).map((identity) => identityHash(identity ?? ''))
  ).flat();
  expect(new Set(hashes).size).toBe(100_000);
});

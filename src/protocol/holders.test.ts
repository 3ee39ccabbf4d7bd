import { readDirectory } from '../tables/directory/directory';
import { holderOf } from '../tables/directory/holderOf';
import { withHolders } from './holders';
import { hasFindings, withSheetFindings } from './sheetFindings';
import { NOW, metricProtocol, now, protocol, rule, stated } from '../testing/metricProtocol';
import { DAY } from '../time/units';

const HEADERS = ['Role', 'Person', 'Contact', 'Deputy', 'Away until'];
const owned = (owner: string, at = NOW) =>
  metricProtocol({ rule: rule({ text: stated({ owner, escalateTo: 'VP Sales' }) }), now: now({ at }) });
const day = (time: number) => new Date(time).toISOString().slice(0, 10);

describe('withHolders', () => {
  const who = {
    holderOf,
    directory: readDirectory({
      headers: HEADERS,
      rows: [
        ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', day(NOW + 2 * DAY)],
        ['VP Sales', '', '', '', ''],
      ],
    }),
  };

  it('says who holds the roles when the metric is judged', () => {
    const [away, back, vague] = withHolders(
      protocol([owned('Demand Gen'), owned('Demand Gen', NOW + 3 * DAY), owned('TBD')]),
      who
    ).metrics;
    expect(away.owner).toMatchObject({ kind: 'deputy', holder: { name: 'Ben Okafor' }, absent: 'Ana Ruiz' });
    expect(away.escalation).toEqual({ kind: 'vacant', role: 'VP Sales' });
    expect(back.owner).toMatchObject({ kind: 'person', holder: { name: 'Ana Ruiz', contact: 'ana@example.com' } });
    expect(vague.owner).toBeUndefined();
  });

  it('is told anew when somebody is back', () => {
    const back = Math.ceil((NOW + 2 * DAY) / DAY) * DAY;
    expect(withHolders(protocol([owned('Demand Gen')]), who).nextChange).toBe(back);
    expect(withHolders(protocol([], { nextChange: NOW + 5 }), who).nextChange).toBe(NOW + 5);
  });

  it('says nothing without a directory', () => {
    const before = protocol([owned('Demand Gen')]);
    expect(withHolders(before, undefined)).toBe(before);
  });
});

describe('withSheetFindings', () => {
  const found = {
    rules: [
      { code: 'noRow', found: 'Leads' },
      { code: 'noRow', found: 'Visits' },
      { code: 'matchesNothing', row: 2, found: 'Leads!' },
      { code: 'matchesNothing', row: 3, found: 'Leads!' },
      { code: 'notANumber', row: 4, column: 'Critical', found: 'x' },
    ],
    directory: [],
  } as const;
  const metrics = [metricProtocol({ name: 'Leads', kind: 'levelOnly' }), metricProtocol({ name: 'Visits' })];

  it('names metrics without a row, but for those that have a rule all the same', () => {
    const { sheets } = withSheetFindings(protocol(metrics), found);
    expect(sheets?.rules.filter(({ code }) => code === 'noRow')).toEqual([{ code: 'noRow', found: 'Leads' }]);
  });

  it('names each rule that matches nothing once', () => {
    expect(withSheetFindings(protocol(metrics), found).unmatched).toEqual([{ name: 'Leads!', source: 'sheet' }]);
  });

  it('says of no row that it matches nothing where a query failed, and goes on saying the rest', () => {
    const { sheets, unmatched } = withSheetFindings(protocol(metrics, { errors: [{ message: 'no' }] }), found);
    expect(unmatched).toEqual([]);
    expect(sheets?.rules.map(({ code }) => code)).toEqual(['noRow', 'notANumber']);
  });
});

describe('hasFindings', () => {
  it.each([
    [undefined, false],
    [{ rules: [], directory: [] }, false],
    [{ rules: [], directory: [], file: [] }, false],
    [{ rules: [{ code: 'noRow', found: 'Leads' } as const], directory: [] }, true],
    [{ rules: [], directory: [{ code: 'noRole', row: 2, found: 'Ana' } as const] }, true],
    [{ rules: [], directory: [], file: [{ code: 'noMetric', place: 1, found: '' } as const] }, true],
  ])('of %j: %s', (found, expected) => {
    expect(hasFindings(found)).toBe(expected);
  });
});

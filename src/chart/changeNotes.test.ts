import { plain } from '../testing/plain';
import { metricProtocol, NOW, rule, ruleChange, SPAN } from '../testing/metricProtocol';
import { changeNotes } from './changeNotes';
import { DAY } from '../time/units';

const AT = NOW - 30 * DAY;

describe('changeNotes', () => {
  it('says what changed, at its moment', () => {
    const [note, ...others] = changeNotes(plain, [metricProtocol({ changes: [ruleChange(AT)] })], SPAN);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ from: AT, title: 'Rule changed' });
    expect(note.to).toBeUndefined();
    expect(note.lines.join()).toMatch(/critical below 18 % → below 20 %.*for 5 d → 2 d/);
  });

  it('says what comes, where the range reaches that far, and nothing out of view', () => {
    const metric = metricProtocol({ changes: [ruleChange(SPAN.from - DAY)], upcoming: ruleChange(NOW + DAY) });
    expect(changeNotes(plain, [metric], SPAN)).toEqual([]);
    expect(changeNotes(plain, [metric], { ...SPAN, to: NOW + 2 * DAY })).toMatchObject([{ from: NOW + DAY }]);
  });

  it('tells many metrics in one note, by name', () => {
    const metrics = ['A', 'B', 'C', '<b>D</b>', 'E'].map((name) => metricProtocol({ name, changes: [ruleChange(AT)] }));
    const [note, ...others] = changeNotes(plain, metrics, SPAN);
    expect(others).toEqual([]);
    expect(note.lines).toEqual([expect.stringMatching(/^A, B, C…: critical below 18 %/)]);
    expect(changeNotes(plain, metrics.slice(3), SPAN)[0].lines[0]).toMatch(/^&lt;b&gt;D&lt;\/b&gt;, E: /);
  });

  it('lets no user text become markup', () => {
    const hostile = metricProtocol({
      formatLevel: (value) => `<img src=x onerror=alert(${value})>`,
      changes: [ruleChange(AT)],
    });
    expect(JSON.stringify(changeNotes(plain, [hostile], SPAN))).not.toMatch(/<img/);
  });

  it('says so where nothing that is told changed', () => {
    const metric = metricProtocol({ changes: [{ at: AT, before: rule(), after: rule() }] });
    expect(changeNotes(plain, [metric], SPAN)[0].lines).toEqual(['agreed anew, the same as before']);
  });
});

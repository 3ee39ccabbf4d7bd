import { keepUnchanged } from './keepUnchanged';
import type { MetricProtocol } from './protocol';
import { breachResponse } from './responses/breachResponse';
import type { Intervention } from './responses/intervention';
import { responseFigures } from './responses/responseFigures';
import { IDENTITY, intervention } from '../testing/interventions';
import { NOW, SPAN, history, metricProtocol, now, protocol, rule } from '../testing/metricProtocol';
import { DAY, HOUR } from '../time/units';

const later = (ms: number) => now({ at: NOW + ms });

function kept(before: Partial<MetricProtocol>, after: Partial<MetricProtocol>) {
  const former = metricProtocol(before);
  const [metric] = keepUnchanged(protocol([former]), protocol([metricProtocol({ ...before, ...after })])).metrics;
  return metric === former;
}

describe('keepUnchanged', () => {
  it.each<[string, Partial<MetricProtocol>, boolean]>([
    ['nothing changed', {}, true],
    ['the clock went on by some seconds', { now: later(10_000) }, true],
    ['the strip moved by less than one sees', { view: { ...metricProtocol().view, segments: moved(1000) } }, true],
    ['values have to settle', { now: now({ judgedTo: NOW - DAY }), unsettledFrom: NOW - DAY }, false],
    ['words of time are old', { now: later(30_000) }, false],
    ['the strip moved', { view: { ...metricProtocol().view, segments: moved((SPAN.to - SPAN.from) / 100) } }, false],
    ['the state changed', { now: now({ state: 'pending', severity: 'critical', since: NOW }) }, false],
    ['the value changed', { last: { value: 12, time: NOW } }, false],
    ['there is a newer value, and it is the same', { last: { value: 26.4, time: NOW + 1 } }, false],
    ['the rule changed', { rule: rule({ forMs: 1 }) }, false],
    ['an answer was written', { answered: { threshold: true, who: false, action: true, automation: true } }, false],
    ['it is due', { deadline: { kind: 'at', at: NOW } }, false],
    ['a breach began', { view: { ...metricProtocol().view, breaches: [breach()] } }, false],
  ])('where %s, keeps the metric: %s', (_, change, expected) => {
    expect(kept({}, change)).toBe(expected);
  });

  it('tells the levels anew where the unit changed, with or without a value', () => {
    expect(kept({}, { format: (value) => `${value} h` })).toBe(false);
    expect(kept({ last: undefined }, { formatLevel: (value) => `${value} h` })).toBe(false);
  });

  it('does not mind that what is unsettled, too few or can’t be judged moves on with the clock', () => {
    const told = (ms: number): Partial<MetricProtocol> => ({
      now: now({ at: NOW + ms, state: 'unknown', judgedTo: NOW + ms - DAY, history: { hasMs: HOUR + ms } }),
      unsettledFrom: NOW + ms - DAY,
      view: { ...metricProtocol().view, tooFewStretches: [{ from: NOW - HOUR, to: NOW + ms }] },
    });
    expect(kept(told(0), told(3000))).toBe(true);
    expect(kept(told(0), told(HOUR))).toBe(false);
    expect(kept(told(0), { ...told(0), unsettledFrom: undefined })).toBe(false);
    expect(kept(told(0), { ...told(0), view: { ...metricProtocol().view, tooFewStretches: [] } })).toBe(false);
  });

  it('does not mind how long the breach is that could be spoken of, but what was said of it', () => {
    const told = (to: number, ...said: Intervention[]): Partial<MetricProtocol> => ({
      response: {
        open: {
          address: { identity: IDENTITY, severity: 'critical', stretch: { from: NOW - HOUR, to } },
          response: breachResponse(said, 'critical'),
          maybe: [],
        },
        figures: responseFigures([], { knownFrom: 0, readAt: NOW }),
      },
    });
    expect(kept(told(NOW), told(NOW + 5000))).toBe(true);
    expect(kept(told(NOW), told(NOW, intervention({ kind: 'taken' })))).toBe(false);
  });

  it('keeps nothing of another metric', () => {
    const former = metricProtocol({ id: 'other' });
    const after = metricProtocol();
    expect(keepUnchanged(protocol([former]), protocol([after])).metrics[0]).toBe(after);
  });

  it('keeps list and span where nothing changed, and still says when something will', () => {
    const first = protocol([metricProtocol()], { nextChange: NOW });
    const after = protocol([metricProtocol()], {
      nextChange: NOW + 5,
      span: { ...SPAN, to: SPAN.to + 5, now: NOW + 5 },
    });
    const second = keepUnchanged(first, after);
    expect(second.metrics).toBe(first.metrics);
    expect(second.span).toBe(first.span);
    expect(second.nextChange).toBe(NOW + 5);
  });

  it('takes the new span where it moved', () => {
    const first = protocol([metricProtocol()]);
    const span = { from: SPAN.from, to: SPAN.to * 2, now: NOW };
    expect(keepUnchanged(first, protocol([metricProtocol()], { span })).span).toBe(span);
  });

  it('starts with what it is given', () => {
    const first = protocol([metricProtocol()]);
    expect(keepUnchanged(undefined, first)).toBe(first);
  });

  it('does not let small steps add up to a lie', () => {
    const first = protocol([metricProtocol()]);
    const second = keepUnchanged(first, protocol([metricProtocol({ now: later(20_000) })]));
    const third = keepUnchanged(second, protocol([metricProtocol({ now: later(40_000) })]));
    expect(third.metrics[0].now.at).toBe(NOW + 40_000);
  });
});

function moved(ms: number) {
  return history([1, 'normal']).map(({ from, to, ...rest }) => ({ from: from + ms, to: to + ms, ...rest }));
}

function breach() {
  return { severity: 'critical' as const, onset: NOW, firingSince: NOW };
}

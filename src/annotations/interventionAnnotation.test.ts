import fc from 'fast-check';

import type { Intervention, Said } from '../protocol/responses/intervention';
import { IDENTITY } from '../testing/interventions';
import type { StoredAnnotation } from './annotationStore';
import { readInterventions, toAnnotation } from './interventionAnnotation';

const SPEAKER = { dashboardUid: 'ops', panelId: 4, login: 'ana' };

const anyMoment = fc.integer({ min: -1e15, max: 1e15 });
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ kind: fc.constant('taken' as const), nextWordBy: anyMoment }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('handedOver' as const), to: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('accepted' as const), until: anyMoment }),
  fc.record({ kind: fc.constantFrom('acted' as const, 'falseAlarm' as const, 'ruleWrong' as const) })
);
const anyIntervention: fc.Arbitrary<Intervention> = fc.record(
  {
    key: fc.uuid(),
    at: anyMoment,
    by: fc.string({ minLength: 1 }),
    said: anySaid,
    note: fc.string({ minLength: 1 }),
    breach: fc.record(
      {
        identity: fc.constant(IDENTITY),
        severity: fc.constantFrom('warning' as const, 'critical' as const),
        stretch: fc.tuple(anyMoment, anyMoment).map((ends) => ({ from: Math.min(...ends), to: Math.max(...ends) })),
        stepMs: fc.integer({ min: 1 }),
        name: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['identity', 'severity', 'stretch'] }
    ),
    source: fc.constant('annotations' as const),
  },
  { requiredKeys: ['key', 'at', 'by', 'said', 'breach', 'source'] }
);

/** As the store gives it back. */
function stored(intervention: Intervention, id = 1): StoredAnnotation {
  const { time, tags, data } = toAnnotation(intervention, SPEAKER);
  return { id, time, timeEnd: time, tags, data: JSON.parse(JSON.stringify(data)) as unknown, login: 'ana' };
}

it('is read as it was said, with a text that is never empty and few short tags', () => {
  fc.assert(
    fc.property(anyIntervention, (intervention) => {
      const { text, tags } = toAnnotation(intervention, SPEAKER);
      expect(text.trim()).not.toBe('');
      expect(JSON.stringify(tags).length).toBeLessThan(200);
      tags.forEach((tag) => expect(tag.split(':')).toHaveLength(2));
      expect(readInterventions([stored(intervention)])).toEqual([{ id: 1, intervention }]);
    })
  );
});

it('counts once what is there twice: the lowest id stays', () => {
  fc.assert(
    fc.property(anyIntervention, fc.uniqueArray(fc.nat(), { minLength: 1 }), (intervention, ids) => {
      const found = readInterventions(ids.map((id) => stored(intervention, id)));
      expect(found.map(({ id }) => id)).toEqual([Math.min(...ids)]);
    })
  );
});

it('passes over whatever else is there', () => {
  const tags = ['protocol:intervention'];
  const others = [
    { tags: [], data: undefined },
    { tags, data: 'x' },
    { tags, data: { form: 2, key: 'a' } },
    { tags, data: { form: 1, key: 'a', at: 1, said: { kind: 'shouted' }, breach: {} } },
    { tags, data: { form: 1, key: 'a', at: 1, said: { kind: 'acted' }, breach: { identity: 'x', from: 2, to: 1 } } },
  ];
  expect(readInterventions(others.map((one, index) => ({ ...one, id: index + 1, time: 1, timeEnd: 1 })))).toEqual([]);
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(readInterventions([{ id: 1, time: 1, timeEnd: 1, tags, data }])).toEqual([]);
    })
  );
});

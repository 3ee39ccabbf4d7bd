import type { StoredAnnotation } from './annotations';
import { AnnotationStore } from './annotations';

function list(store: AnnotationStore, query: string): StoredAnnotation[] {
  return store.list(new URLSearchParams(query)).body as StoredAnnotation[];
}

function ids(store: AnnotationStore, query = ''): number[] {
  return list(store, query).map(({ id }) => id);
}

function store(...annotations: Array<Record<string, unknown>>): AnnotationStore {
  const filled = new AnnotationStore((uid) => uid === 'known');
  annotations.forEach((annotation) => filled.create({ text: 'x', ...annotation }));
  return filled;
}

describe('AnnotationStore', () => {
  it('gives a point its own time as the end', () => {
    expect(list(store({ time: 5 }), '')[0]).toMatchObject({ id: 1, time: 5, timeEnd: 5 });
  });

  it('lists the newest first', () => {
    expect(ids(store({ time: 1 }, { time: 3 }, { time: 2 }))).toEqual([2, 3, 1]);
  });

  it.each([
    ['from=10&to=20', [3, 2, 1]],
    ['from=21&to=30', [3]],
    ['from=11&to=14', [3]],
    ['from=31&to=40', []],
    ['from=31', [3, 2, 1]],
  ])('lists for %s what overlaps, ends included', (query, expected) => {
    const filled = store({ time: 5, timeEnd: 10 }, { time: 20 }, { time: 1, timeEnd: 30 });
    expect(ids(filled, query)).toEqual(expected);
  });

  it('keeps apart what an alert engine wrote', () => {
    const filled = store({ time: 1 });
    filled.changeState({ time: 2, panelId: 4, alertId: 7, alertName: 'Low', newState: 'Alerting', tags: ['team:a'] });
    expect(ids(filled)).toEqual([2, 1]);
    expect(ids(filled, 'type=annotation')).toEqual([1]);
    expect(list(filled, 'type=alert')).toEqual([
      expect.objectContaining({ panelId: 4, alertId: 7, alertName: 'Low', newState: 'Alerting', tags: ['team:a'] }),
    ]);
  });

  it('joins tags by AND, by OR where asked', () => {
    const filled = store({ time: 1, tags: ['a'] }, { time: 2, tags: ['a', 'b'] }, { time: 3 });
    expect(ids(filled, 'tags=a&tags=b')).toEqual([2]);
    expect(ids(filled, 'tags=a&tags=b&matchAny=true')).toEqual([2, 1]);
  });

  it.each([
    ['tags=id:7', [1]],
    ['tags=id', []],
    ['tags=id:8:9', [3]],
    ['tags=a:b:c', []],
  ])('splits tags at the first colon: %s', (query, expected) => {
    const filled = store({ time: 3, tags: ['id:7'] }, { time: 2, tags: ['a:b:c'] }, { time: 1, tags: ['id:8'] });
    expect(ids(filled, query)).toEqual(expected);
  });

  it('knows who wrote it, and keeps it for the next start', () => {
    let kept: readonly StoredAnnotation[] = [];
    const file = { read: () => kept, write: (all: readonly StoredAnnotation[]) => void (kept = all) };
    new AnnotationStore(() => true, file).create({ text: 'x', time: 1 }, 'editor');
    const again = new AnnotationStore(() => true, file);
    again.create({ text: 'y', time: 2 });
    expect(list(again, '').map(({ id, login }) => [id, login])).toEqual([
      [2, 'admin'],
      [1, 'editor'],
    ]);
  });

  it('lists one dashboard and one panel', () => {
    const filled = store(
      { time: 1, dashboardUID: 'known', panelId: 1 },
      { time: 2, dashboardUID: 'known', panelId: 2 }
    );
    filled.create({ text: 'x', time: 3 });
    expect(ids(filled, 'dashboardUID=known')).toEqual([2, 1]);
    expect(ids(filled, 'dashboardUID=known&panelId=1')).toEqual([1]);
  });

  it('lists 100 unless told otherwise', () => {
    const filled = store(...Array.from({ length: 120 }, (_, index) => ({ time: index + 1 })));
    expect(ids(filled)).toHaveLength(100);
    expect(ids(filled, 'limit=110')).toHaveLength(110);
  });

  it.each([
    ['an empty text', { text: '' }, 500],
    ['an unknown dashboard', { text: 'x', dashboardUID: 'unknown' }, 500],
    ['too long tags', { text: 'x', tags: ['x'.repeat(500)] }, 400],
    ['a usual one', { text: 'x', dashboardUID: 'known' }, 200],
  ])('answers %s as Grafana does', (_, input, status) => {
    expect(store().create(input).status).toBe(status);
  });

  it('patches what is named and replaces data', () => {
    const filled = store({ time: 5, tags: ['a'], data: { a: 1 } });
    filled.update(1, { timeEnd: 9, data: { b: 2 } }, 'patch');
    expect(list(filled, '')[0]).toMatchObject({ time: 5, timeEnd: 9, tags: ['a'], text: 'x', data: { b: 2 } });
  });

  it('does not find a missing one to patch, and deletes it gladly', () => {
    expect(store().update(7, {}, 'patch').status).toBe(404);
    expect(store().delete(7).status).toBe(200);
  });
});

export interface StoredAnnotation {
  id: number;
  dashboardUID?: string;
  panelId: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: string[];
  data: unknown;
  created: number;
  updated: number;
  login: string;
}

/** An answer of the API: the status and the body. */
export interface Reply {
  status: number;
  body: unknown;
}

const MAX_TAGS_LENGTH = 500;
const DEFAULT_LIMIT = 100;

/** Grafana's annotation store in memory, faults included: what is a 400, 404 or 500 there is one here. */
export class AnnotationStore {
  private readonly items = new Map<number, StoredAnnotation>();
  private nextId = 1;

  constructor(private readonly knowsDashboard: (uid: string) => boolean) {}

  /**
   * Newest first. With both `from` and `to`, what overlaps them, ends included; tags are joined by AND unless
   * `matchAny`; 100 at most unless `limit` says otherwise.
   */
  list(query: URLSearchParams): Reply {
    const from = Number(query.get('from') ?? 0);
    const to = Number(query.get('to') ?? 0);
    const tags = query.getAll('tags');
    const matchAny = query.get('matchAny') === 'true';
    const limit = Number(query.get('limit') ?? 0) || DEFAULT_LIMIT;
    const panelId = Number(query.get('panelId') ?? 0);
    const dashboardUID = query.get('dashboardUID');
    const type = query.get('type');

    const found = [...this.items.values()]
      .filter((item) => from === 0 || to === 0 || (item.time <= to && item.timeEnd >= from))
      .filter((item) => !dashboardUID || item.dashboardUID === dashboardUID)
      .filter((item) => panelId === 0 || item.panelId === panelId)
      .filter((item) => hasTags(item, tags, matchAny))
      .filter(() => type !== 'alert')
      .sort((a, b) => b.timeEnd - a.timeEnd || b.id - a.id)
      .slice(0, limit);
    return { status: 200, body: found.map(toDto) };
  }

  get(id: number): Reply {
    const item = this.items.get(id);
    return item ? { status: 200, body: toDto(item) } : notFound();
  }

  create(input: Record<string, unknown>): Reply {
    const text = typeof input.text === 'string' ? input.text : '';
    const dashboardUID = typeof input.dashboardUID === 'string' && input.dashboardUID ? input.dashboardUID : undefined;
    if (text === '' || (dashboardUID !== undefined && !this.knowsDashboard(dashboardUID))) {
      return { status: 500, body: { message: 'Failed to save annotation' } };
    }
    const tags = toTags(input.tags);
    if (tagsTooLong(tags)) {
      return tagLimitExceeded();
    }
    const now = Date.now();
    const time = toTime(input.time) || now;
    const id = this.nextId++;
    this.items.set(id, {
      id,
      dashboardUID,
      panelId: Number(input.panelId ?? 0) || 0,
      time,
      timeEnd: Math.max(toTime(input.timeEnd), time),
      text,
      tags,
      data: input.data ?? {},
      created: now,
      updated: now,
      login: 'admin',
    });
    return { status: 200, body: { message: 'Annotation added', id } };
  }

  /** PATCH changes what it names (`data` as a whole); PUT wants everything. */
  update(id: number, input: Record<string, unknown>, how: 'patch' | 'put'): Reply {
    const item = this.items.get(id);
    if (!item) {
      return notFound();
    }
    const tags = input.tags === undefined && how === 'patch' ? item.tags : toTags(input.tags);
    if (tagsTooLong(tags)) {
      return tagLimitExceeded();
    }
    const time = toTime(input.time) || item.time;
    this.items.set(id, {
      ...item,
      tags,
      time,
      timeEnd: Math.max(toTime(input.timeEnd) || item.timeEnd, time),
      text: typeof input.text === 'string' && input.text !== '' ? input.text : item.text,
      data: input.data === undefined ? item.data : input.data,
      updated: Date.now(),
    });
    return { status: 200, body: { message: how === 'patch' ? 'Annotation patched' : 'Annotation updated' } };
  }

  delete(id: number): Reply {
    this.items.delete(id);
    return { status: 200, body: { message: 'Annotation deleted' } };
  }
}

function toDto({ dashboardUID, ...item }: StoredAnnotation) {
  return { alertId: 0, alertName: '', dashboardUID: dashboardUID ?? null, newState: '', prevState: '', ...item };
}

function hasTags(item: StoredAnnotation, tags: string[], matchAny: boolean): boolean {
  if (tags.length === 0) {
    return true;
  }
  return matchAny ? tags.some((tag) => item.tags.includes(tag)) : tags.every((tag) => item.tags.includes(tag));
}

function toTags(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter((tag) => typeof tag === 'string' && tag !== ''))] : [];
}

function toTime(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : 0;
}

function tagsTooLong(tags: string[]): boolean {
  return JSON.stringify(tags).length > MAX_TAGS_LENGTH;
}

function tagLimitExceeded(): Reply {
  return {
    status: 400,
    body: {
      message: `Tags length (${MAX_TAGS_LENGTH} characters at most) exceeded`,
      messageId: 'annotations.tag-limit-exceeded',
      statusCode: 400,
    },
  };
}

function notFound(): Reply {
  return { status: 404, body: { message: 'Annotation not found' } };
}

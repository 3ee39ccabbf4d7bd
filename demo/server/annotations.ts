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
  /** Where the alert engine wrote it. */
  alertId?: number;
  alertName?: string;
  newState?: string;
  prevState?: string;
}

/** An answer of the API: the status and the body. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** The connection ends without a reply. */
  isLost?: boolean;
}

const MAX_TAGS_LENGTH = 500;
const DEFAULT_LIMIT = 100;

/** Where annotations are kept over a restart. */
export interface AnnotationFile {
  read: () => readonly StoredAnnotation[];
  write: (annotations: readonly StoredAnnotation[]) => void;
}

/** Grafana's annotation store, faults included: what is a 400, 404 or 500 there is one here. */
export class AnnotationStore {
  private readonly items: Map<number, StoredAnnotation>;
  private nextId: number;

  /** @param file - Left out, they are kept in memory. */
  constructor(
    private readonly knowsDashboard: (uid: string) => boolean,
    private readonly file?: AnnotationFile
  ) {
    this.items = new Map(file?.read().map((item) => [item.id, item]));
    this.nextId = Math.max(0, ...this.items.keys()) + 1;
  }

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
      .filter(({ alertId = 0 }) => !type || (type === 'alert') === alertId > 0)
      .sort((a, b) => b.timeEnd - a.timeEnd || b.id - a.id)
      .slice(0, limit);
    return { status: 200, body: found.map(toDto) };
  }

  get(id: number): Reply {
    const item = this.items.get(id);
    return item ? { status: 200, body: toDto(item) } : notFound();
  }

  /** @param login - Whose: the store goes by that, whatever else is sent. */
  create(input: Record<string, unknown>, login = 'admin'): Reply {
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
      login,
    });
    this.keep();
    return { status: 200, body: { message: 'Annotation added', id } };
  }

  /** What an alert engine would write of a rule that changes its state: nobody can ask for that over the API. */
  changeState(change: Record<string, unknown>): void {
    const { body } = this.create({ text: `${String(change.alertName)} {} - `, ...change });
    const { id } = body as { id: number };
    const item = this.items.get(id);
    if (item) {
      const { alertId, alertName, newState, prevState } = change;
      this.items.set(id, {
        ...item,
        alertId: Number(alertId),
        alertName: String(alertName),
        newState: String(newState),
        prevState: String(prevState ?? ''),
      });
    }
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
    this.keep();
    return { status: 200, body: { message: how === 'patch' ? 'Annotation patched' : 'Annotation updated' } };
  }

  delete(id: number): Reply {
    this.items.delete(id);
    this.keep();
    return { status: 200, body: { message: 'Annotation deleted' } };
  }

  /** The dashboard that an annotation is of. */
  dashboardOf(id: number): string | undefined {
    return this.items.get(id)?.dashboardUID;
  }

  private keep(): void {
    this.file?.write([...this.items.values()]);
  }
}

function toDto({ dashboardUID, ...item }: StoredAnnotation) {
  return { alertId: 0, alertName: '', dashboardUID: dashboardUID ?? null, newState: '', prevState: '', ...item };
}

function hasTags(item: StoredAnnotation, tags: string[], matchAny: boolean): boolean {
  if (tags.length === 0) {
    return true;
  }
  const has = (tag: string) => item.tags.some((own) => matches(own, tag));
  return matchAny ? tags.some(has) : tags.every(has);
}

/** A tag is split at its first colon; of one that is asked for, what comes after a second colon is dropped. */
function matches(own: string, asked: string): boolean {
  const [key, ...values] = own.split(':');
  const [askedKey, askedValue = ''] = asked.split(':');
  return key.trim() === askedKey.trim() && values.join(':').trim() === askedValue.trim();
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

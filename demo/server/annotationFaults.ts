import type { Reply } from './annotations';

/** What goes wrong with a request for annotations, so that one can see what comes of it. */
export interface Fault {
  /** Of requests with this method; left out, of any. */
  method?: string;
  /** Of requests about this dashboard; left out, about any. */
  dashboardUID?: string;
  /** The status that is answered in place of what was asked for. */
  status?: number;
  /** The answer's message. */
  message?: string;
  /** For 429, s. */
  retryAfter?: number;
  /** It is done, and the connection ends without a reply. */
  lostReply?: boolean;
  /** It waits before it is done, ms. */
  delayMs?: number;
  /** How many requests it strikes: 1, where nothing else is said. */
  times?: number;
}

/** What a fault goes by. */
export interface AnnotationRequest {
  method: string;
  /** Undefined where it is about none, or none that is known. */
  dashboardUID?: string;
}

const MESSAGES: Record<number, string> = {
  401: 'Unauthorized',
  403: "You'll need additional permissions to perform this action. Permissions needed: annotations:create",
  429: 'Too many requests',
  500: 'Failed to save annotation',
  503: 'Service unavailable',
};

/** The faults that are still to come: each strikes the next requests of its method. */
export class AnnotationFaults {
  private faults: Array<Fault & { times: number }> = [];

  /** After those that are still to come. */
  add(faults: unknown): void {
    const list = Array.isArray(faults) ? (faults as Fault[]) : [];
    const waiting = this.faults.filter(({ times }) => times > 0);
    this.faults = [...waiting, ...list.map((fault) => ({ ...fault, times: fault.times ?? 1 }))];
  }

  /** Answers a request as the store does, or as the next fault wants it. */
  async answer(request: AnnotationRequest, act: () => Reply): Promise<Reply> {
    const fault = this.take(request);
    if (!fault) {
      return act();
    }
    const { status, retryAfter, lostReply, delayMs = 0 } = fault;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (lostReply) {
      return { ...act(), isLost: true };
    }
    return status === undefined
      ? act()
      : {
          status,
          body: { message: fault.message ?? MESSAGES[status] ?? `Status ${status}` },
          ...(retryAfter !== undefined && { headers: { 'Retry-After': `${retryAfter}` } }),
        };
  }

  private take({ method, dashboardUID }: AnnotationRequest): Fault | undefined {
    const fault = this.faults.find(
      (one) => one.times > 0 && (one.method ?? method) === method && (one.dashboardUID ?? dashboardUID) === dashboardUID
    );
    if (fault) {
      fault.times -= 1;
    }
    return fault;
  }
}

/** What engines are asked, through Grafana. Replies are `unknown`: of any age. What fails rejects with an `EngineFailure`. */
export interface EngineApi {
  /** The states of Grafana's rules of a dashboard; where it does not know that question, of all of them. */
  states: (dashboardUid: string) => Promise<unknown>;
  /** The definitions of Grafana's rules: of a dashboard, or all that the reader may see. */
  definitions: (dashboardUid?: string) => Promise<unknown>;
  /** The alerts of Grafana's alert manager. */
  alerts: () => Promise<unknown>;
  silences: () => Promise<unknown>;
  /** The contact points with how their last notification went. */
  receivers: () => Promise<unknown>;
  /** The rules that a data source's engine evaluates, with their states. */
  sourceRules: (dataSourceUid: string) => Promise<unknown>;
}

/** What an engine rejects with. */
export class EngineFailure extends Error {
  constructor(
    /** `refused`: it may not be asked by this person, or knows no such question. `away`: it may answer the next time. */
    readonly kind: 'refused' | 'away',
    answer: string
  ) {
    super(answer);
    this.name = 'EngineFailure';
  }
}

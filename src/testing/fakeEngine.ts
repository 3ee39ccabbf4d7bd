import type { EngineApi } from '../alerting/engine/engineApi';
import { EngineFailure } from '../alerting/engine/engineApi';

/** What a fake engine answers, by question; what is not given is answered with nothing. */
export type Answers = Partial<Record<keyof EngineApi, unknown>>;

/** An engine that counts what it is asked, and fails as a real one does. */
export class FakeEngine implements EngineApi {
  /** Each question with the moment at which it was asked. */
  readonly asked: Array<{ what: keyof EngineApi; at: number }> = [];
  answers: Answers = {};
  /** The questions that fail, and how. */
  failing: Partial<Record<keyof EngineApi, EngineFailure['kind']>> = {};

  constructor(private readonly now: () => number) {}

  states = () => this.answer('states');
  definitions = () => this.answer('definitions');
  alerts = () => this.answer('alerts');
  silences = () => this.answer('silences');
  receivers = () => this.answer('receivers');
  sourceRules = () => this.answer('sourceRules');

  /** How often it was asked something. */
  count(what?: keyof EngineApi): number {
    return this.asked.filter((one) => what === undefined || one.what === what).length;
  }

  private async answer(what: keyof EngineApi): Promise<unknown> {
    this.asked.push({ what, at: this.now() });
    const kind = this.failing[what];
    if (kind) {
      throw new EngineFailure(kind, kind);
    }
    return this.answers[what];
  }
}

/** The states of rules that are linked to panels of the dashboard `ops`, as Grafana answers them. */
export function statesOf(...rules: Array<{ uid: string; panelId?: number; state?: string }>): unknown {
  return {
    data: {
      groups: [
        {
          name: 'g',
          file: 'Sales',
          interval: 60,
          rules: rules.map(({ uid, panelId = 3, state }) => ({
            uid,
            name: uid,
            type: 'alerting',
            annotations: { __dashboardUid__: 'ops', __panelId__: String(panelId) },
            lastEvaluation: '2026-11-23T09:00:00Z',
            alerts: state === undefined ? [] : [{ labels: {}, state, activeAt: '2026-11-23T08:00:00Z' }],
          })),
        },
      ],
    },
  };
}

/** Their definitions. */
export function definitionsOf(...uids: string[]): unknown {
  const rules = uids.map((uid) => ({
    for: '5m',
    annotations: { __dashboardUid__: 'ops', __panelId__: '3' },
    grafana_alert: { uid, title: uid, data: [] },
  }));
  return { Sales: [{ name: 'g', rules }] };
}

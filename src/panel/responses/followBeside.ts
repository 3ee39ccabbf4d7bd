import type { PanelProps } from '@grafana/data';

import type { EngineLink } from '../engine/followEngine';
import { followEngine } from '../engine/followEngine';
import type { Asking } from './asking';
import { cannotTrack, followResponses } from './followResponses';
import type { GivenResponses } from './givenResponses';

/** A panel that asks what is known beside its data. */
export interface AskingBeside extends Asking {
  /** As it is now. */
  current: () => PanelProps;
}

/**
 * Tells a panel what people did about its breaches, and what engines say of its alert rules, each as soon as it is known.
 *
 * @returns What ends it.
 */
export function followBeside(asking: AskingBeside, onGiven: (given: GivenResponses) => void): () => void {
  let given: GivenResponses = {};
  let engine: EngineLink | undefined;
  const tell = () => onGiven(withEngine(given, engine));
  const ends = [
    followResponses(asking, (next) => {
      given = next;
      tell();
    }),
  ];
  const { dashboardUid } = asking;
  if (dashboardUid && cannotTrack(asking) === undefined) {
    ends.push(
      followEngine({ ...asking, dashboardUid }, (next) => {
        engine = next;
        tell();
      })
    );
  }
  return () => ends.forEach((end) => end());
}

function withEngine({ read, ...given }: GivenResponses, engine: EngineLink | undefined): GivenResponses {
  return read && engine
    ? {
        ...given,
        read: {
          responses: read.responses,
          link: (protocol, ruled, sheets) => engine.link(read.link(protocol, ruled, sheets), ruled),
          statedByAlerts: engine.statedByAlerts,
        },
      }
    : { read, ...given };
}

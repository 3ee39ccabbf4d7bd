import type { PanelProps } from '@grafana/data';

import type { EngineLink, followEngine } from '../engine/followEngine';
import type { Asking } from './asking';
import { cannotTrack, followResponses } from './followResponses';
import type { GivenResponses } from './givenResponses';

/** A panel that asks what is known beside its data. */
export interface AskingBeside extends Asking {
  /** As it is now. */
  current: () => PanelProps;
}

let late: Promise<typeof followEngine> | undefined;

/**
 * Tells a panel what people did about its breaches, and what engines say of its alert rules, each as soon as it is known.
 *
 * @returns What ends it.
 */
export function followBeside(asking: AskingBeside, onGiven: (given: GivenResponses) => void): () => void {
  let given: GivenResponses = {};
  let engine: EngineLink | undefined;
  let isOver = false;
  const tell = () => onGiven(withEngine(given, engine));
  const ends = [
    followResponses(asking, (next) => {
      given = next;
      tell();
    }),
  ];
  const { dashboardUid } = asking;
  if (dashboardUid && cannotTrack(asking) === undefined) {
    late ??= import(/* webpackChunkName: "engine" */ '../engine/followEngine').then((module) => module.followEngine);
    late.then(
      (follow) => {
        if (!isOver) {
          ends.push(
            follow({ ...asking, dashboardUid }, (next) => {
              engine = next;
              tell();
            })
          );
        }
      },
      (error: unknown) => {
        // Tried again where the next panel asks.
        late = undefined;
        console.warn('Protocol: what engines say could not be loaded.', error);
      }
    );
  }
  return () => {
    isOver = true;
    ends.forEach((end) => end());
  };
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

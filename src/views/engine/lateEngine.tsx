import { t } from '../../locales/t';
import { KeptLine } from '../parts/KeptLine';
import { latePart } from '../parts/latePart';
import type { CardEngineProps } from './CardEngine';
import type { EngineProps } from './Engine';

/**
 * What engines say of a metric, all of it or beside one answer: loaded where something is known of it, with what people did
 * about its breaches.
 */
export const Engine = latePart<EngineProps>(() => import(/* webpackChunkName: "respond" */ './Engine'), {
  what: () => t('views.engine.part', 'What the engine says'),
  waiting: (props) => ('open' in props && props.open ? <KeptLine of="smallWords" /> : null),
});

/** All of it on a card, where there is any. */
export function EngineOfCard(props: CardEngineProps) {
  const { alerts = [], apart = [] } = props.metric.engine ?? {};
  return alerts.length + apart.length > 0 ? <Engine {...props} /> : null;
}

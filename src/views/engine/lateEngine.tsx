import { t } from '../../locales/t';
import { KeptLine } from '../parts/KeptLine';
import { latePart } from '../parts/latePart';
import { usePanelResponses } from '../responses/responsesContext';
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

/** All of it on a card. The card that tells that no alert rule is linked keeps the room for that until engines were asked. */
export function EngineOfCard(props: CardEngineProps) {
  const { responses, tellsWhy } = usePanelResponses();
  const { metric, open } = props;
  if (metric.engine) {
    return <Engine {...props} />;
  }
  const isAwaited = responses && responses.kind !== 'untracked';
  return isAwaited && open && metric.id === tellsWhy ? <KeptLine of="smallWords" /> : null;
}

import { t } from '../../locales/t';
import { latePart } from '../parts/latePart';

/**
 * What engines say of a metric, all of it or beside one answer: loaded where something is known of it, with what people did
 * about its breaches.
 */
export const Engine = latePart(() => import(/* webpackChunkName: "respond" */ './Engine'), {
  what: () => t('views.engine.part', 'What the engine says'),
});

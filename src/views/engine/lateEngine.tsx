import { t } from '../../locales/t';
import { latePart } from '../parts/latePart';

const what = () => t('views.engine.part', 'What the engine says');

/** What engines say of a metric: loaded where something is known of it. */
export const CardEngine = latePart(() => import(/* webpackChunkName: "card-engine" */ './CardEngine'), { what });

/** Whether an engine does what an answer says. */
export const Checked = latePart(() => import(/* webpackChunkName: "card-engine" */ './Checked'), { what });

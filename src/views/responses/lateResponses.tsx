import { t } from '../../locales/t';
import { KeptLine } from '../parts/KeptLine';
import { latePart } from '../parts/latePart';

const what = () => t('views.response.part', 'What people did');

/** What people did about the breach that fires: loaded where something is known of it. */
export const CardResponse = latePart(() => import(/* webpackChunkName: "respond" */ './CardResponse'), {
  what,
  waiting: () => <KeptLine of="words" />,
});

/** What a person can record of it. */
export const CardRespond = latePart(() => import(/* webpackChunkName: "respond" */ './CardRespond'), {
  what,
  waiting: () => <KeptLine of="buttons" />,
});

/** Where those respond who record nothing here, with what is known filled in. */
export const RespondLink = latePart(() => import(/* webpackChunkName: "respond" */ './RespondLink'), {
  what,
  waiting: () => <span style={{ visibility: 'hidden' }}>{t('views.card.respond', 'Respond')} ↗</span>,
});

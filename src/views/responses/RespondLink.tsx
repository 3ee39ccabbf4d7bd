import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { respondAddress } from '../../words/responses/respondAddress';
import { SafeLink } from '../text/SafeLink';
import { usePanelResponses } from './responsesContext';

export interface RespondLinkProps {
  metric: MetricProtocol;
}

/** The rule's own way to respond, beside what is to be done: a form, a ticket, a chat, with what is known filled in. */
export default function RespondLink({ metric }: RespondLinkProps) {
  const { responses, url } = usePanelResponses();
  const address = respondAddress(metric, url);
  // Where nothing can be recorded of what fires it is a button of the card.
  const isButton = responses?.kind === 'tracked' && responses.cannotRecord && metric.response?.open;
  return address === undefined || isButton ? null : (
    <SafeLink href={address}>{t('views.card.respond', 'Respond')}</SafeLink>
  );
}

import { safeHref } from '../text/safeHref';
import { SafeLink } from '../text/SafeLink';
import { t } from '../../locales/t';

/** The runbook: a link where it is an address, else where to find it in words. */
export function Runbook({ text }: { text: string }) {
  return safeHref(text) === undefined ? (
    <span>{t('views.card.runbook-at', 'Runbook: {{place}}', { place: text })}</span>
  ) : (
    <SafeLink href={text}>{t('views.card.runbook', 'Runbook')}</SafeLink>
  );
}

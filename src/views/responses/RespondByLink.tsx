import { LinkButton } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { respondAddress } from '../../words/responses/respondAddress';
import { linkTo } from '../text/linkTo';
import { usePanelResponses } from './responsesContext';

/** For who can't record anything here: a button that leads where they can respond. Nothing where that is not safe. */
export function RespondByLink({ metric }: { metric: MetricProtocol }) {
  const { url } = usePanelResponses();
  const link = linkTo(respondAddress(metric, url) ?? '');
  return (
    link && (
      <div>
        <LinkButton
          size="sm"
          fill="outline"
          icon={link.isPage ? 'external-link-alt' : 'envelope'}
          href={link.href}
          target={link.target}
          rel={link.rel}
          aria-label={t('views.response.respond-by-link-of', 'Respond: {{name}}', { name: metric.name })}
        >
          {t('views.response.respond-by-link', 'Respond…')}
        </LinkButton>
      </div>
    )
  );
}

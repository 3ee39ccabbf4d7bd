import type { FailedDelivery, RoutedAlert, Silence } from '../../protocol/engine/alertRule';
import { fieldsOf, listOf, momentOf, textOf, textsOf } from './narrow';

/** Reads the alerts that Grafana's alert manager has: `GET /api/alertmanager/grafana/api/v2/alerts`. */
export function readAlerts(reply: unknown): RoutedAlert[] {
  return listOf(reply)
    .map(fieldsOf)
    .map(({ labels, receivers, status }) => {
      const texts = textsOf(labels);
      const { silencedBy, inhibitedBy } = fieldsOf(status);
      return {
        ruleUid: textOf(texts.__alert_rule_uid__),
        labels: texts,
        receivers: listOf(receivers).flatMap((receiver) => textOf(fieldsOf(receiver).name) ?? []),
        silencedBy: listOf(silencedBy).flatMap((id) => textOf(id) ?? []),
        isInhibited: listOf(inhibitedBy).length > 0,
      };
    });
}

/** Reads the silences that are in force: `GET /api/alertmanager/grafana/api/v2/silences`. */
export function readSilences(reply: unknown): Silence[] {
  return listOf(reply)
    .map(fieldsOf)
    .flatMap(({ id, createdBy, comment, endsAt, status }) => {
      const name = textOf(id);
      const state = fieldsOf(status).state;
      return name === undefined || (state !== undefined && state !== 'active')
        ? []
        : [{ id: name, createdBy: textOf(createdBy) ?? '', comment: textOf(comment) ?? '', endsAt: momentOf(endsAt) }];
    });
}

/**
 * Reads which contact points could not be reached at the last attempt: `GET
 * /api/alertmanager/grafana/config/api/v1/receivers`, which not everybody may ask.
 */
export function readFailures(reply: unknown): FailedDelivery[] {
  return listOf(reply)
    .map(fieldsOf)
    .flatMap(({ name, integrations }) =>
      listOf(integrations)
        .map(fieldsOf)
        .flatMap((integration) => {
          const receiver = textOf(name);
          const error = textOf(integration.lastNotifyAttemptError);
          return receiver === undefined || error === undefined
            ? []
            : [{ receiver, by: textOf(integration.name) ?? '', error, at: momentOf(integration.lastNotifyAttempt) }];
        })
    );
}

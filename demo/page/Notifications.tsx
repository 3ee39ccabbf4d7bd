import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import type { BusEvent, BusEventType, GrafanaTheme2 } from '@grafana/data';
import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import type { AlertVariant } from '@grafana/ui';
import { Alert, useStyles2 } from '@grafana/ui';

interface Notification {
  id: number;
  severity: AlertVariant;
  title: string;
  text?: string;
}

const SHOWN_FOR_MS = 5000;

const EVENTS: Array<{ event: { name: string }; severity: AlertVariant }> = [
  { event: AppEvents.alertSuccess, severity: 'success' },
  { event: AppEvents.alertInfo, severity: 'info' },
  { event: AppEvents.alertWarning, severity: 'warning' },
  { event: AppEvents.alertError, severity: 'error' },
];

/** The messages that plugins publish as app events, at the top right for a while. */
export function Notifications() {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState<Notification[]>([]);

  useEffect(() => {
    let nextId = 1;
    const dismiss = (id: number) => setShown((before) => before.filter((entry) => entry.id !== id));
    const subscriptions = EVENTS.map(({ event, severity }) =>
      getAppEvents()
        .getStream<BusEvent>({ type: event.name } as BusEventType<BusEvent>)
        .subscribe(({ payload }: BusEvent) => {
          const id = nextId++;
          const [title = '', text] = isTexts(payload) ? payload : [];
          setShown((before) => [...before, { id, severity, title, text }]);
          setTimeout(() => dismiss(id), SHOWN_FOR_MS);
        })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, []);

  return (
    <div className={styles.list} role="status" data-testid="notifications">
      {shown.map(({ id, severity, title, text }) => (
        <Alert
          key={id}
          elevated
          severity={severity}
          title={title}
          onRemove={() => setShown((before) => before.filter((entry) => entry.id !== id))}
        >
          {text}
        </Alert>
      ))}
    </div>
  );
}

function isTexts(payload: unknown): payload is string[] {
  return Array.isArray(payload);
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'fixed',
    top: theme.spacing(6),
    right: theme.spacing(1),
    width: 400,
    maxWidth: '90vw',
    zIndex: theme.zIndex.portal,
  }),
});

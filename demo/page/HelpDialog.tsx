import { useEffect, useState } from 'react';
import { getBackendSrv } from '@grafana/runtime';
import { Modal, Stack, Text, TextLink } from '@grafana/ui';
import { GRAFANA_VERSION } from '../grafanaVersion';

interface Health {
  prometheus: { url: string; origin: string; up: boolean };
}

const REAL = [
  'The plugin: the built dist/module.js, loaded as Grafana loads it, with its own translations.',
  `Grafana's libraries ${GRAFANA_VERSION}: theme, components, data frames, field config, transformations and time; @grafana/scenes for dashboards, queries, variables, time and URLs.`,
  'The dashboards: the same files that a Grafana provisions.',
  'Prometheus: queries go to a real one.',
];

const STAND_INS = [
  "Time series and Stat are stand-ins, because Grafana's are not on npm. They register the same options and draw with Grafana's own chart components; the real ones look and behave a little differently. Table and Text draw with Grafana's own table and Markdown, and have few of the options.",
  'TestData is written anew with the same scenarios. Its random walk stays the same when you refresh.',
  'The panel editor is a pane of this host, and so are its editors for standard options.',
  'Annotations are kept in a file of the host, for all tabs and browsers that look at it. There is no login: the switch in the top bar, or ?role=Editor and ?role=Viewer, says whom you play.',
  'There are no alert rules, no Explore, no inspect, and nothing is saved.',
];

/** Says plainly what of this page is Grafana's and what only stands for it. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const [health, setHealth] = useState<Health>();
  useEffect(() => {
    void getBackendSrv().get<Health>('/api/health').then(setHealth);
  }, []);
  return (
    <Modal isOpen title="This is not Grafana" onDismiss={onClose}>
      <Stack direction="column" gap={2}>
        <Text>
          The local host shows the Protocol panel without a Grafana server, to try it, to work on it and to test it.
        </Text>
        <Points title="What is real" points={REAL} />
        <Points title="What is a stand-in" points={STAND_INS} />
        {health && (
          <Text color="secondary">
            Prometheus:{' '}
            <TextLink href={health.prometheus.url} external inline>
              {health.prometheus.url}
            </TextLink>{' '}
            {describe(health.prometheus)}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <section>
      <Text element="h2" variant="h5">
        {title}
      </Text>
      <ul style={{ paddingLeft: 20 }}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

function describe({ origin, up }: Health['prometheus']): string {
  if (!up) {
    return '(does not answer)';
  }
  return origin === 'own' ? '(started by this host)' : `(from ${origin === 'default' ? 'the usual place' : origin})`;
}

import type { DataQueryRequest } from '@grafana/data';
import { Alert, ClipboardButton, Stack, Text, TextArea, TextLink } from '@grafana/ui';
import { useId } from 'react';

import { readDashboardPanels, sourcePanels } from '../../frames/dashboardPanels';
import type { OverviewJson } from '../../frames/overviewJson';
import type { ScenePanel } from '../../frames/scenePanels';
import { t } from '../../locales/t';
import { nameList } from '../../words/nameList';
import { editedPanel } from '../editedPanel';
import { useShelf } from '../shelf';
import { kioskUrl } from './kioskUrl';
import type { OverviewPlan } from './overviewPlan';
import { overviewPlan } from './overviewPlan';

/** The queries that make this panel show the others of its dashboard, ready to paste, and its address on a screen. */
export default function OverviewPanels() {
  const request = useShelf(editedPanel)?.data.request;
  // The option pane draws this anew with each change, of which the scene knows at once.
  const plan = planNow(request);
  if (!plan) {
    return (
      <Text variant="bodySmall" color="secondary">
        {t('editors.overview.no-query', 'Give this panel any query first: then it can see its dashboard.')}
      </Text>
    );
  }
  return (
    <Stack direction="column" gap={1}>
      <Shown {...plan} />
      {plan.added.length > 0 && <Paste plan={plan} jsonNow={() => (planNow(request) ?? plan).json} />}
      {plan.json.id !== undefined && <Screen panelId={plan.json.id} />}
    </Stack>
  );
}

/** By the scene as it is now, with what was changed and not saved. */
function planNow(request: DataQueryRequest | undefined): OverviewPlan | undefined {
  const found = request && readDashboardPanels(request, NO_ID);
  const panel = found?.panels.find(({ isAsking }) => isAsking);
  return panel && found && overviewPlan(panel, sourcePanels(targetsOf(panel), found.panels));
}

/** Of the scene it is known which panel asks. */
const NO_ID = -1;

/** The queries that the panel asks: its own answers do not tell those for other panels. */
function targetsOf({ queries }: ScenePanel) {
  return queries
    .filter(({ isHidden }) => !isHidden)
    .map(({ model, refId, dataSource }) => ({ ...model, refId, datasource: dataSource }));
}

function Shown({ shown, added, streams }: OverviewPlan) {
  return (
    <>
      <Text variant="bodySmall">
        {shown.length === 0
          ? t('editors.overview.none', 'No other panel of this dashboard keeps rules.')
          : added.length === 0
            ? t('editors.overview.all', 'It shows every panel that keeps rules: {{names}}.', { names: namesOf(shown) })
            : t('editors.overview.added', 'Not shown yet: {{names}}.', { names: namesOf(added) })}
      </Text>
      {streams.length > 0 && (
        <Alert
          severity="info"
          title={t('editors.overview.streams', 'Left out, since they stream: {{names}}', { names: namesOf(streams) })}
        >
          {t(
            'editors.overview.streams-why',
            'Grafana waits for the end of a stream before it hands on the answers of several queries.'
          )}
        </Alert>
      )}
    </>
  );
}

interface PasteProps {
  plan: OverviewPlan;
  /** As the panel is at the moment of the press. */
  jsonNow: () => OverviewJson;
}

function Paste({ plan, jsonNow }: PasteProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>
        <Text variant="bodySmall" color="secondary">
          {t(
            'editors.overview.how',
            'Leave the editor, open Inspect, Panel JSON in the menu of this panel, put this in the place of what is there, and apply.'
          )}
        </Text>
      </label>
      <TextArea id={id} readOnly rows={6} value={written(plan.json)} />
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => written(jsonNow())}>
        {t('editors.overview.copy', 'Copy the panel’s JSON')}
      </ClipboardButton>
    </>
  );
}

function written(json: OverviewJson): string {
  return JSON.stringify(json, null, 2);
}

function Screen({ panelId }: { panelId: number }) {
  const url = kioskUrl(panelId, window.location);
  return (
    <Stack direction="column" gap={0.5}>
      <TextLink href={url} external variant="bodySmall">
        {t('editors.overview.screen', 'Open it alone on a screen')}
      </TextLink>
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => url}>
        {t('editors.overview.copy-address', 'Copy this address')}
      </ClipboardButton>
    </Stack>
  );
}

function namesOf(panels: readonly ScenePanel[]): string {
  return nameList(
    t,
    panels.map(({ title, id }) => (title.trim() === '' ? `#${id ?? '?'}` : title))
  );
}

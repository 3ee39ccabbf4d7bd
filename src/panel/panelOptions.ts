import type { PanelOptionsEditorBuilder, StandardEditorContext } from '@grafana/data';

import { layoutOptions } from '../views/layouts/layouts';
import { TIME_SERIES, getHostPlugin } from '../chart/hostPlugin';
import { addAlertOptions } from './alerts/addAlertOptions';
import { OverviewEditor } from '../editors/overview/OverviewEditor';
import { isOverview } from '../frames/overviews';
import { addJudgeOnOptions } from './judgeOn/addJudgeOnOptions';
import type { ProtocolOptions } from './options';
import { addSheetOptions } from './sheets/addSheetOptions';
import { readTakenOver } from './takenOver';
import { addWallOptions } from './wall/addWallOptions';
import { t } from '../locales/t';

/** The panel's options: its own, then the host chart's, nested, from the host chart's own supplier. */
export function addPanelOptions(
  builder: PanelOptionsEditorBuilder<ProtocolOptions>,
  context: StandardEditorContext<ProtocolOptions>
) {
  const category = [t('panel.options.category', 'Protocol')];
  builder.addSelect({
    path: 'layout',
    name: t('panel.options.layout', 'Layout'),
    category,
    defaultValue: 'auto',
    settings: {
      options: [
        {
          value: 'auto',
          label: t('panel.options.layout-auto', 'Auto'),
          description: t(
            'panel.options.layout-auto-about',
            'One chart, or rows where the metrics share neither unit nor axis'
          ),
        },
        ...layoutOptions(),
        {
          value: 'wall',
          label: t('panel.options.layout-wall', 'Wall'),
          description: t('panel.options.layout-wall-about', 'For a screen that is read from afar'),
        },
        {
          value: 'handover',
          label: t('panel.options.layout-handover', 'Handover'),
          description: t('panel.options.layout-handover-about', 'What one shift hands to the next'),
        },
      ],
    },
  });
  builder.addRadio({
    path: 'since',
    name: t('panel.options.since', 'Tell since'),
    category,
    defaultValue: 'yesterday',
    settings: {
      options: [
        { value: 'yesterday', label: t('handover.since-yesterday', 'Yesterday 09:00') },
        { value: 'monday', label: t('handover.since-monday', 'Last Monday') },
      ],
    },
    showIf: ({ layout }) => layout === 'handover',
  });
  addWallOptions(builder, category);
  builder.addCustomEditor({
    id: 'overviewPanels',
    path: 'overviewPanels',
    name: t('panel.options.overview-panels', 'Panels of this dashboard'),
    category,
    editor: OverviewEditor,
    showIf: ({ layout }) => isOverview(layout),
  });
  addJudgeOnOptions(builder);
  addSheetOptions(builder);
  addAlertOptions(builder);
  const host = getHostPlugin(readTakenOver(context.options?.takenOver)?.pluginId ?? TIME_SERIES);
  if (host) {
    builder.addNestedOptions({ path: 'chart', build: host.getPanelOptionsSupplier() });
  }
}

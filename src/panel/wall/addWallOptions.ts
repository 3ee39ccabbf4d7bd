import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { t } from '../../locales/t';
import type { ProtocolOptions } from '../options';

/**
 * The options of a wall.
 *
 * @param category - of the panel's own options
 */
export function addWallOptions(builder: PanelOptionsEditorBuilder<ProtocolOptions>, category: string[]) {
  const common = {
    category,
    showIf: ({ layout }: ProtocolOptions) => layout === 'wall',
  };
  builder.addTextInput({
    path: 'wallPage',
    name: t('panel.options.wall-page', 'Turn the page every'),
    description: t(
      'panel.options.wall-page-description',
      'How long the wall shows a page, where there is more than fits: 20s, 1m. Left blank, 12 s.'
    ),
    ...common,
  });
  builder.addBooleanSwitch({
    path: 'wallSound',
    name: t('panel.options.wall-sound', 'Sound'),
    description: t(
      'panel.options.wall-sound-description',
      'A short tone when something new is critical. A browser lets it sound once somebody has pressed a key on the screen.'
    ),
    ...common,
  });
  builder.addTextInput({
    path: 'wallHours',
    name: t('panel.options.wall-hours', 'Hours'),
    description: t(
      'panel.options.wall-hours-description',
      'When somebody looks at it: weekdays 07:00-19:00 Europe/Berlin; a night is two parts, daily 00:00-06:00, 22:00-24:00 UTC. At other times the wall is dark, with a clock and what is critical. Left blank, always.'
    ),
    ...common,
  });
}

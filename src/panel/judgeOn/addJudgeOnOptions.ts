import type { PanelOptionsEditorBuilder } from '@grafana/data';

import type { ProtocolOptions } from '../options';
import { DEFAULT_LOOK_BACK, DEFAULT_STEP } from './readJudgeOn';
import { t } from '../../locales/t';

const isRecorded = ({ record }: ProtocolOptions) => record === true;
const isFixed = (options: ProtocolOptions) => options.judgeOn === 'fixed' || isRecorded(options);

/** The options that say what states are judged on. */
export function addJudgeOnOptions(builder: PanelOptionsEditorBuilder<ProtocolOptions>) {
  const category = [t('panel.options.category', 'Protocol')];
  builder
    .addRadio({
      path: 'judgeOn',
      name: t('panel.options.judge-on', 'State from'),
      description: t(
        'panel.options.judge-on-description',
        'The time shown, or a fixed look-back up to now, for which the panel runs its queries once more: then a state is the same at every zoom.'
      ),
      category,
      defaultValue: 'view',
      settings: {
        options: [
          { value: 'view', label: t('panel.options.judge-on-view', 'The time shown') },
          { value: 'fixed', label: t('panel.options.judge-on-fixed', 'A fixed look-back') },
        ],
      },
      showIf: (options) => !isRecorded(options),
    })
    .addTextInput({
      path: 'lookBack',
      name: t('panel.options.look-back', 'Look back'),
      description: t(
        'panel.options.look-back-description',
        'How far back the state is told from, for example 2d. Longer than the longest time that a rule has to last.'
      ),
      category,
      defaultValue: DEFAULT_LOOK_BACK,
      showIf: isFixed,
    })
    .addTextInput({
      path: 'step',
      name: t('panel.options.step', 'Step'),
      description: t(
        'panel.options.step-description',
        'How far apart the values are that the state is told from, for example 5m, and how often the panel asks for them.'
      ),
      category,
      defaultValue: DEFAULT_STEP,
      showIf: isFixed,
    })
    .addBooleanSwitch({
      path: 'record',
      name: t('panel.options.record', 'Record breaches'),
      description: t(
        'panel.options.record-description',
        'Each breach becomes an annotation, once, however many screens look. States are then told from the fixed look-back; where a panel can’t have one (data of another panel, streams, transformations that rename or compute, public dashboards) nothing is recorded, and the panel says so.'
      ),
      category,
      defaultValue: false,
    });
}

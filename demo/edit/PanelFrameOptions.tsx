import { selectors } from '@grafana/e2e-selectors';
import { VizPanel } from '@grafana/scenes';
import { Field, Input, Switch, TextArea } from '@grafana/ui';
import { CollapsibleGroup } from './CollapsibleGroup';

const GROUP = 'Panel options';
const { OptionsPane } = selectors.components.PanelEditor;

/** What every panel has, whatever it shows: title, description, background. */
export function PanelFrameOptions({ panel }: { panel: VizPanel }) {
  const { title, description = '', displayMode } = panel.useState();
  return (
    <CollapsibleGroup id={GROUP} title={GROUP}>
      <Field label="Title" htmlFor="panel-frame-options-title" role="group" aria-label={fieldLabel('Title')}>
        <Input
          id="panel-frame-options-title"
          data-testid={OptionsPane.fieldInput('Title')}
          value={title}
          onChange={({ currentTarget: { value } }) => panel.setState({ title: value, hoverHeader: value === '' })}
        />
      </Field>
      <Field
        label="Description"
        htmlFor="panel-frame-options-description"
        role="group"
        aria-label={fieldLabel('Description')}
      >
        <TextArea
          id="panel-frame-options-description"
          value={description}
          onChange={({ currentTarget: { value } }) => panel.onDescriptionChange(value)}
        />
      </Field>
      <Field
        label="Transparent background"
        htmlFor="panel-frame-options-transparent-bg"
        role="group"
        aria-label={fieldLabel('Transparent background')}
      >
        <Switch
          id="panel-frame-options-transparent-bg"
          value={displayMode === 'transparent'}
          onChange={({ currentTarget: { checked } }) => panel.onDisplayModeChange(checked ? 'transparent' : 'default')}
        />
      </Field>
    </CollapsibleGroup>
  );
}

function fieldLabel(title: string): string {
  return OptionsPane.fieldLabel(`${GROUP} ${title}`);
}

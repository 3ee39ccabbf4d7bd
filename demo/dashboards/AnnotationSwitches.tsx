import type { SceneComponentProps, SceneDataLayerProvider } from '@grafana/scenes';
import { ControlsLabel, sceneGraph, SceneDataLayerSet, SceneObjectBase } from '@grafana/scenes';
import { Stack } from '@grafana/ui';

/** A switch for every annotation query that is not hidden. */
export class AnnotationSwitches extends SceneObjectBase {
  static Component = AnnotationSwitchesRenderer;
}

function AnnotationSwitchesRenderer({ model }: SceneComponentProps<AnnotationSwitches>) {
  const set = sceneGraph.getData(model);
  const layers = set instanceof SceneDataLayerSet ? set.state.layers : [];
  return (
    <>
      {layers.map((layer) => (
        <AnnotationSwitch key={layer.state.key} layer={layer} />
      ))}
    </>
  );
}

function AnnotationSwitch({ layer }: { layer: SceneDataLayerProvider }) {
  const { name, description, isHidden, key } = layer.useState();
  if (isHidden) {
    return null;
  }
  return (
    <Stack gap={0}>
      <ControlsLabel htmlFor={`data-layer-${key}`} label={name} description={description} />
      <layer.Component model={layer} />
    </Stack>
  );
}

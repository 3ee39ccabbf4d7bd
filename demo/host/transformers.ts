import type { DataTransformerInfo, TransformerRegistryItem } from '@grafana/data';
import { standardTransformers } from '@grafana/data';

/** All transformations of @grafana/data, without their editors. */
export function transformers(): TransformerRegistryItem[] {
  const all: DataTransformerInfo[] = Object.values(standardTransformers);
  // Some are listed a second time, under a former name.
  const byId = new Map(all.map((transformation) => [transformation.id, transformation]));
  return [...byId.values()].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    description: transformation.description,
    transformation,
    editor: () => null,
    imageDark: '',
    imageLight: '',
  }));
}

import { standardTransformers, type DataTransformerInfo, type TransformerRegistryItem } from '@grafana/data';

/** All transformations of @grafana/data, without their editors. */
export function transformers(): TransformerRegistryItem[] {
  const all: DataTransformerInfo[] = Object.values(standardTransformers);
  return all.map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    description: transformation.description,
    transformation,
    editor: () => null,
    imageDark: '',
    imageLight: '',
  }));
}

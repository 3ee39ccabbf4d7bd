import { FieldConfigPropertyItem, FieldConfigSource } from '@grafana/data';
import { getAt, setAt, withoutAt } from './paths';

type Place = Pick<FieldConfigPropertyItem, 'path' | 'isCustom'>;

/** The default of a field option; a plugin's own options live under `custom`. */
export function getFieldDefault({ defaults }: FieldConfigSource, { path, isCustom }: Place): unknown {
  return getAt(isCustom ? defaults.custom : defaults, path);
}

/** The field config with the default of a field option changed; `null`, `undefined` and blank take it out. */
export function withFieldDefault(
  config: FieldConfigSource,
  { path, isCustom }: Place,
  value: unknown
): FieldConfigSource {
  const put = <T extends object>(target: T): T =>
    value === undefined || value === null || value === '' ? withoutAt(target, path) : setAt(target, path, value);
  const { defaults } = config;
  return { ...config, defaults: isCustom ? { ...defaults, custom: put(defaults.custom ?? {}) } : put(defaults) };
}

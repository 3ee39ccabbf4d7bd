import { useEffect, useState } from 'react';
import { SelectableValue, SelectFieldConfigSettings, StandardEditorContext } from '@grafana/data';

/** What a select offers: the fixed list of its settings, or what they make of the data at hand. */
export function useSelectOptions<T>(
  settings: SelectFieldConfigSettings<T> | undefined,
  context: StandardEditorContext<unknown>
): { options: Array<SelectableValue<T>>; isLoading: boolean } {
  const getOptions = settings?.getOptions;
  const [fetched, setFetched] = useState<Array<SelectableValue<T>>>();

  useEffect(() => {
    if (!getOptions) {
      return;
    }
    let current = true;
    getOptions(context).then(
      (options) => current && setFetched(options),
      () => current && setFetched([])
    );
    return () => {
      current = false;
    };
    // The context is a new object in every render; what the options depend on is its data.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [getOptions, context.data]);

  return getOptions
    ? { options: fetched ?? [], isLoading: !fetched }
    : { options: settings?.options ?? [], isLoading: false };
}

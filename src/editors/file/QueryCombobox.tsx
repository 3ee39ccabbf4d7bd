import type { DataFrame } from '@grafana/data';
import { Combobox } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import { editedPanel } from '../editedPanel';
import { useShelf } from '../shelf';

interface QueryComboboxProps {
  id?: string;
  /** Whatever was saved. */
  value: unknown;
  /** The panel's data. */
  series: readonly DataFrame[];
  onChange: (refId: string | undefined) => void;
}

/** The queries of a panel with how much each returned, to pick one by its refId, or none. */
export default function QueryCombobox({ id, value, series, onChange }: QueryComboboxProps) {
  const targets = useShelf(editedPanel)?.data.request?.targets;
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const options = useMemo(
    () => queryOptions(series, targets?.map(({ refId }) => refId) ?? [], chosen),
    [series, targets, chosen]
  );
  return (
    <Combobox
      id={id}
      options={options}
      value={chosen ?? ''}
      onChange={(option: { value: string }) => onChange(option.value === '' ? undefined : option.value)}
    />
  );
}

/** The queries of a panel with how much they returned, and the chosen one, even if it is there no more. */
function queryOptions(series: readonly DataFrame[], asked: readonly string[], chosen: string | undefined) {
  const returned = series.flatMap(({ refId }) => refId ?? []);
  const refIds = [...new Set([...asked, ...returned, ...(chosen === undefined ? [] : [chosen])])].sort();
  return [
    { value: '', label: t('editors.query.none', 'None') },
    ...refIds.map((refId) => ({
      value: refId,
      label: t('editors.query.name', 'Query {{refId}}', { refId }),
      description: returnedWords(series.filter((frame) => frame.refId === refId)),
    })),
  ];
}

function returnedWords([first, ...others]: readonly DataFrame[]): string {
  if (!first) {
    return t('editors.query.nothing', 'no data');
  }
  if (others.length > 0) {
    return t('editors.query.tables', '{{count}} tables', { count: others.length + 1 });
  }
  const count = first.length;
  return t('editors.query.rows', '{{count}} rows', {
    count,
    defaultValue_one: '{{count}} row',
    defaultValue_other: '{{count}} rows',
  });
}

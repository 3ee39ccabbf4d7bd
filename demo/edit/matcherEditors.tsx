import React, { ComponentProps, ComponentType } from 'react';
import { DataFrame, FieldMatcherID, SelectableValue } from '@grafana/data';
import { fieldMatchersUI, Select } from '@grafana/ui';
import { TextInput } from './editors/TextInput';

type MatcherEditor = ReturnType<typeof fieldMatchersUI.get>['component'];
type Props = ComponentProps<MatcherEditor>;

/** Editors that stand in for those of `@grafana/ui` that take no id, and so no label. */
const LABELLED_EDITORS: Partial<Record<string, ComponentType<Props>>> = {
  [FieldMatcherID.byRegexp]: RegexMatcherEditor,
  [FieldMatcherID.byFrameRefID]: QueryMatcherEditor,
};

/** The editor for the options of a matcher; `undefined` for a matcher that Grafana has no editor for. */
export function matcherEditor(matcherId: string): ComponentType<Props> | undefined {
  return LABELLED_EDITORS[matcherId] ?? fieldMatchersUI.getIfExists(matcherId)?.component;
}

function RegexMatcherEditor({ id, options, onChange }: Props) {
  return (
    <TextInput
      id={id}
      placeholder="Enter regular expression"
      value={options}
      onChange={(pattern = '') => onChange(pattern)}
    />
  );
}

function QueryMatcherEditor({ id, data, options, onChange }: Props) {
  return (
    <Select<string>
      inputId={id}
      options={queryOptions(data, options)}
      value={options || null}
      placeholder="Select query refId"
      isClearable
      onChange={(chosen) => onChange(chosen?.value ?? '')}
    />
  );
}

/** The queries that the data came from, and the saved one even if it gave no data. */
function queryOptions(data: DataFrame[], saved: string): Array<SelectableValue<string>> {
  const refIds = new Set([...data.map(({ refId = '' }) => refId), ...(saved ? [saved] : [])]);
  return [...refIds].map((refId) => ({
    value: refId,
    label: `Query: ${refId || '(missing refId)'}`,
    description: `Frames: ${data.filter((frame) => (frame.refId ?? '') === refId).length}`,
  }));
}

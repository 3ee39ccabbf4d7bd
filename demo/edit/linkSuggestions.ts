import { VariableOrigin, VariableSuggestion } from '@grafana/data';

/** The variables that a data link's editor offers: those that every field has. */
export function getLinkSuggestions(): VariableSuggestion[] {
  return [
    {
      value: '__value.raw',
      label: 'Raw',
      documentation: 'The value as the query gave it',
      origin: VariableOrigin.Value,
    },
    { value: '__value.text', label: 'Text', documentation: 'The value as it is shown', origin: VariableOrigin.Value },
    { value: '__value.time', label: 'Time', documentation: 'The time of the value (ms)', origin: VariableOrigin.Value },
    { value: '__field.name', label: 'Name', documentation: 'The name of the field', origin: VariableOrigin.Field },
    {
      value: '__field.labels',
      label: 'Labels',
      documentation: 'The labels of the field',
      origin: VariableOrigin.Field,
    },
    { value: '__series.name', label: 'Name', documentation: 'The name of the series', origin: VariableOrigin.Series },
    { value: '__url_time_range', label: 'Time range', documentation: 'From and to', origin: VariableOrigin.BuiltIn },
  ];
}

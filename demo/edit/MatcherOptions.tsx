import { DataFrame, FieldMatcherID, MatcherConfig, SelectableValue } from '@grafana/data';
import { fieldMatchersUI, Select } from '@grafana/ui';
import { TextInput } from './editors/TextInput';

interface MatcherOptionsProps {
  id: string;
  matcher: MatcherConfig;
  data: DataFrame[];
  onChange: (options: unknown) => void;
}

/** The editor for which fields an override is for. */
export function MatcherOptions({ id, matcher, data, onChange }: MatcherOptionsProps) {
  const ui = fieldMatchersUI.getIfExists(matcher.id);
  switch (matcher.id) {
    // The editors of `@grafana/ui` for these two take no id, and so no label.
    case FieldMatcherID.byRegexp:
      return (
        <TextInput
          id={id}
          placeholder="Enter regular expression"
          value={matcher.options}
          onChange={(pattern = '') => onChange(pattern)}
        />
      );
    case FieldMatcherID.byFrameRefID:
      return (
        <Select<string>
          inputId={id}
          options={queryOptions(data, matcher.options)}
          value={matcher.options || null}
          placeholder="Select query refId"
          isClearable
          onChange={(chosen) => onChange(chosen?.value ?? '')}
        />
      );
    default:
      return ui ? (
        <ui.component id={id} matcher={ui.matcher} data={data} options={matcher.options} onChange={onChange} />
      ) : (
        <code>{JSON.stringify(matcher.options)}</code>
      );
  }
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

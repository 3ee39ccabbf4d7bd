import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { ErrorBoundaryAlert, Field, Label, Tooltip, useStyles2 } from '@grafana/ui';
import { ElsewhereSet, OptionRow } from './optionGroups';

const ELSEWHERE: Record<ElsewhereSet, string> = {
  rule: 'An override sets this option for some fields',
  data: 'The data brings its own value of this option for some fields',
};

interface OptionFieldProps {
  row: OptionRow;
  groupTitle: string;
}

/** One option: its label, its description and its editor. */
export function OptionField({ row, groupTitle }: OptionFieldProps) {
  const { id, title, description, editor: Editor, item, context, value, onChange, elsewhere } = row;
  const isNamedByGroup = title === groupTitle && elsewhere.length === 0;
  return (
    <Field
      role="group"
      aria-label={selectors.components.PanelEditor.OptionsPane.fieldLabel(`${groupTitle} ${title}`)}
      label={isNamedByGroup ? undefined : <OptionLabel {...{ id, title, description, elsewhere }} />}
    >
      <ErrorBoundaryAlert title={`The editor of ${title} failed`} dependencies={[value]}>
        <Editor id={id} value={value} onChange={onChange} item={item} context={context} />
      </ErrorBoundaryAlert>
    </Field>
  );
}

type OptionLabelProps = Pick<OptionRow, 'id' | 'title' | 'description' | 'elsewhere'>;

function OptionLabel({ id, title, description, elsewhere }: OptionLabelProps) {
  const styles = useStyles2(getStyles);
  return (
    <Label htmlFor={id} description={description}>
      {title}
      {elsewhere.map((place) => (
        <Tooltip key={place} content={ELSEWHERE[place]}>
          <span role="img" aria-label={ELSEWHERE[place]} className={styles[place]} />
        </Tooltip>
      ))}
    </Label>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const dot = {
    display: 'inline-block',
    width: theme.spacing(1),
    height: theme.spacing(1),
    marginLeft: theme.spacing(1),
    borderRadius: theme.shape.radius.circle,
  };
  return {
    rule: css({ ...dot, background: theme.colors.primary.main }),
    data: css({ ...dot, background: theme.colors.warning.main }),
  };
};

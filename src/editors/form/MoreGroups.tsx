import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { RuleField } from '../../rule/fields';
import { Agreement } from './Agreement';
import { FormInput } from './FormInput';
import { MoreGroup } from './MoreGroup';
import { Versions } from './Versions';
import type { FormGroup } from './formGroups';
import { formGroups } from './formGroups';
import type { FormModel } from './formModel';
import type { RawRule } from '../rawRule';
import { isBlank } from '../rawRule';

interface MoreGroupsProps {
  form: FormModel;
  /** Left out in a version that is former itself. */
  versions?: { onChange: (raw: RawRule | undefined) => void; onOpen: (place: number) => void };
}

/** Everything that a rule can say beyond the five inputs, in groups that open. */
export function MoreGroups({ form, versions }: MoreGroupsProps) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <h5 className={styles.title}>{t('editors.more.title', 'More')}</h5>
      {formGroups(t).map((group) => {
        const names = fieldsOf(group);
        return (
          <MoreGroup
            key={group.name}
            label={group.label}
            stated={names.filter((name) => !isBlank(form.get(name))).length}
            problems={names.filter((name) => form.problem(name) !== undefined).length}
          >
            {() => (
              <>
                {group.fields.map((field) => (
                  <FormInput key={field.name} form={form} field={field} />
                ))}
                {group.name === 'upkeep' && versions && (
                  <>
                    <Agreement raw={form.raw} onChange={versions.onChange} />
                    <Versions form={form} {...versions} />
                  </>
                )}
              </>
            )}
          </MoreGroup>
        );
      })}
    </div>
  );
}

/** The fields that a group counts. The action counts here, too: its first step above is a part of it. */
function fieldsOf({ name, fields }: FormGroup): RuleField[] {
  return [...fields.map((field) => field.name), ...(name === 'upkeep' ? (['earlier'] as const) : [])];
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    ...theme.typography.bodySmall,
    margin: theme.spacing(0, 0, 0.5),
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { FormInput } from './FormInput';
import { Lockable } from './Lockable';
import { MoreGroup } from './MoreGroup';
import { formGroups } from './formGroups';
import type { FormModel } from './formModel';
import { isBlank } from '../rawRule';

interface MoreGroupsProps {
  form: FormModel;
}

/** Everything that a rule can say beyond the first inputs, in groups that open. */
export function MoreGroups({ form }: MoreGroupsProps) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <h5 className={styles.title}>{t('editors.more.title', 'More')}</h5>
      {formGroups(t).map((group) => {
        const fields = group.fields.filter(({ name }) => name !== 'settleAfter' || !form.asksSettling);
        const names = fields.map(({ name }) => name);
        return (
          <MoreGroup
            key={group.name}
            label={group.label}
            stated={names.filter((name) => !isBlank(form.get(name))).length}
            problems={names.filter((name) => form.problem(name) !== undefined).length}
          >
            {() => (
              <Lockable isLocked={form.isLocked}>
                {fields.map((field) => (
                  <FormInput key={field.name} form={form} field={field} />
                ))}
              </Lockable>
            )}
          </MoreGroup>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    ...theme.typography.bodySmall,
    margin: theme.spacing(0, 0, 0.5),
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});

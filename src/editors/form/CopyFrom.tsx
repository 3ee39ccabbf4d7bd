import { Button, Dropdown, Menu } from '@grafana/ui';
import { isEqual, omit } from 'lodash';
import { useMemo, useState } from 'react';

import { t } from '../../locales/t';
import { copiedRule, copySources } from './copyRule';
import type { RawRule } from '../rawRule';
import { asText } from '../rawRule';
import type { FormScope } from './useFormScope';

interface CopyFromProps {
  scope: FormScope;
  raw: RawRule;
  onChange: (update: () => RawRule | undefined) => void;
}

/** Puts the rule of another metric in the place of this one, and back. */
export function CopyFrom({ scope, raw, onChange }: CopyFromProps) {
  const [copied, setCopied] = useState<{ name: string; before: RawRule; after: RawRule }>();
  const { panel, all, metrics } = scope;
  const sources = useMemo(
    () => (panel ? copySources(all, panel).filter(({ metric }) => !metrics.includes(metric)) : []),
    [panel, all, metrics]
  );
  if (copied && isSame(copied.after, raw)) {
    const undo = () => {
      setCopied(undefined);
      onChange(() => (Object.keys(copied.before).length > 0 ? copied.before : undefined));
    };
    return (
      <Button size="sm" variant="secondary" fill="text" icon="corner-up-left" onClick={undo}>
        {t('editors.copy.undo', 'Undo the copy of {{name}}', { name: copied.name })}
      </Button>
    );
  }
  if (sources.length === 0) {
    return null;
  }
  const menu = (
    <Menu>
      {sources.map(({ metric, rule }) => (
        <Menu.Item
          key={metric.id}
          label={metric.name}
          description={asText(rule.owner)}
          onClick={() => {
            const after = copiedRule(raw, rule);
            setCopied({ name: metric.name, before: raw, after });
            onChange(() => after);
          }}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button size="sm" variant="secondary" fill="text" icon="copy">
        {t('editors.copy.from', 'Copy from…')}
      </Button>
    </Dropdown>
  );
}

/** Once something was typed, going back would throw it away. That the copy began a version of its own is not typed. */
function isSame(one: RawRule, other: RawRule): boolean {
  return isEqual(omit(one, BEGUN), omit(other, BEGUN));
}

const BEGUN = ['validFrom', 'agreedFingerprint', 'changedOn'];

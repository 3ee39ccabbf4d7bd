import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { t } from '../../locales/t';
import type { BreachAddress, Intervention, Recorder, Said, SaidKind } from '../../protocol/responses/intervention';
import { saidName } from '../../words/responses/saidNames';
import type { TimeWords } from '../../words/whenWords';
import { AskNextWord } from './AskNextWord';
import { AskSaid } from './AskSaid';
import { OwnLines } from './OwnLines';
import { Recorded } from './Recorded';

export interface RespondBarProps {
  /** Of what the breach is. */
  name: string;
  breach: BreachAddress;
  recorder: Recorder;
  times: TimeWords;
  timeZone: string;
  /** What this person recorded of it before: that can be taken back, too. */
  own?: readonly Intervention[];
  /** Told whether what was just recorded can be taken back here. */
  onUndoable?: (undoable: boolean) => void;
}

/** What is behind "More". */
const MORE = ['handedOver', 'accepted', 'falseAlarm', 'ruleWrong'] as const satisfies readonly SaidKind[];

/** What a person can record of a breach: the common one is two clicks away. */
export function RespondBar({ name, breach, recorder, times, timeZone, own = [], onUndoable }: RespondBarProps) {
  const styles = useStyles2(getStyles);
  const [asked, ask] = useState<SaidKind>();
  const [recorded, setRecorded] = useState<Intervention>();
  const bar = useRef<HTMLDivElement>(null);
  // What had the focus is gone.
  const focusFirst = () => bar.current?.querySelector('button')?.focus();
  const cancel = () => {
    ask(undefined);
    focusFirst();
  };
  const record = (said: Said, note?: string) => {
    setRecorded(recorder.record(breach, said, note));
    ask(undefined);
    // At once: what quietens the card would close it, and take this bar away, before an effect could tell.
    onUndoable?.(true);
  };
  useEffect(() => () => onUndoable?.(false), [onUndoable]);
  const form = { onRecord: record, onCancel: cancel, times, timeZone };
  return (
    <div className={styles.frame} role="group" aria-label={t('views.response.group', 'Respond: {{name}}', { name })}>
      <div className={styles.buttons} ref={bar}>
        <Button
          size="sm"
          fill="outline"
          aria-expanded={asked === 'taken'}
          onClick={() => ask(asked === 'taken' ? undefined : 'taken')}
        >
          {saidName(t, 'taken')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          aria-expanded={asked === 'acted'}
          onClick={() => ask(asked === 'acted' ? undefined : 'acted')}
        >
          {t('views.response.done-button', 'Done…')}
        </Button>
        <MoreMenu onAsk={ask} />
      </div>
      {asked === 'taken' && <AskNextWord {...form} />}
      {asked !== undefined && asked !== 'taken' && <AskSaid key={asked} kind={asked} {...form} />}
      {recorded && asked === undefined && (
        <Recorded
          key={recorded.key}
          intervention={recorded}
          times={times}
          onUndo={() => recorder.undo(recorded.key)}
          onGone={() => {
            setRecorded(undefined);
            onUndoable?.(false);
          }}
        />
      )}
      <OwnLines
        own={own.filter(({ key }) => key !== recorded?.key)}
        times={times}
        onTakeBack={(key) => {
          recorder.undo(key);
          focusFirst();
        }}
      />
    </div>
  );
}

function MoreMenu({ onAsk }: { onAsk: (kind: SaidKind) => void }) {
  const menu = (
    <Menu>
      {MORE.map((kind) => (
        <Menu.Item key={kind} label={saidName(t, kind)} onClick={() => onAsk(kind)} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-start">
      <Button size="sm" variant="secondary" fill="outline" icon="angle-down" iconPlacement="right">
        {t('views.response.more', 'More')}
      </Button>
    </Dropdown>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(1) }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import { upcomingNote } from '../../words/changeNotes';
import type { Translate } from '../../words/translate';
import { fieldWords } from '../../words/fieldWords';
import { isAsAgreed } from '../../rule/agreement';
import type { Problem } from '../../rule/rule';
import { versionName } from '../../rule/read';
import { mendWords } from './formModel';
import type { TimeWords } from '../../words/whenWords';
import { StartDate } from './StartDate';
import { today } from './today';
import type { FormScope } from './useFormScope';
import type { FormVersions } from './useVersions';
import type { VersionSpan } from './versions';
import { startOf } from './versions';

interface VersionTabsProps {
  versions: FormVersions;
  scope: FormScope;
  /** What is wrong in versions that are not open. */
  problems: readonly Problem[];
}

/**
 * The versions of a rule, above its inputs: one is open, and what is typed goes into that. Its rows keep their height when
 * a first version is begun, so that no input moves under the hands of who types.
 */
export function VersionTabs({ versions, scope, problems }: VersionTabsProps) {
  const styles = useStyles2(getStyles);
  const timeZone = scope.panel?.timeZone ?? 'browser';
  const times = timeWords(t, { now: today().now, timeZone });
  const { all, place, spans } = versions;
  return (
    <div className={styles.versions}>
      <div className={styles.tabs}>
        {all.length > 1 ? (
          <RadioButtonGroup
            size="sm"
            aria-label={t('editors.versions.tabs', 'Versions')}
            options={spans.map((span, index) => ({ value: index, label: tabWords(t, span, times) }))}
            value={place}
            onChange={versions.open}
          />
        ) : (
          <p className={styles.words}>{aloneWords(t, spans[0], times)}</p>
        )}
      </div>
      <VersionActions versions={versions} times={times} timeZone={timeZone} />
      {(all.length > 1 || versions.canCorrect) && <SpanNote versions={versions} scope={scope} times={times} />}
      {problems.length > 0 && (
        <p role="alert" className={styles.problem}>
          {elsewhereWords(t, problems, versions, times)}
        </p>
      )}
    </div>
  );
}

interface ActionsProps {
  versions: FormVersions;
  times: TimeWords;
  timeZone: string;
}

function VersionActions({ versions, times, timeZone }: ActionsProps) {
  const styles = useStyles2(getStyles);
  const [isDating, setIsDating] = useState(false);
  const [acts, setActs] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  // What was pressed is gone: the tab that is open now gets the focus, where there are none the first button.
  useEffect(() => {
    if (acts > 0) {
      const tabs = root.current?.parentElement;
      const next = tabs?.querySelector<HTMLElement>('input[type="radio"]:checked') ?? tabs?.querySelector('button');
      next?.focus({ preventScroll: true });
    }
  }, [acts]);
  const act = (action: () => void) => {
    setIsDating(false);
    setActs(acts + 1);
    action();
  };
  if (isDating) {
    return (
      <div ref={root}>
        <StartDate
          label={t('editors.versions.from', 'The new version counts from')}
          help={t('editors.versions.from-help', 'What is written until now is kept for the time before.')}
          begin={t('editors.versions.begin', 'Begin the new version')}
          others={versions.all}
          timeZone={timeZone}
          onBegin={(date) => act(() => versions.begin(date))}
          onCancel={() => act(() => {})}
        />
      </div>
    );
  }
  return (
    <div ref={root} className={styles.actions}>
      <Button size="sm" variant="secondary" fill="text" icon="calendar-alt" onClick={() => setIsDating(true)}>
        {t('editors.versions.change', 'Change from a date on…')}
      </Button>
      <Removal versions={versions} times={times} act={act} />
    </div>
  );
}

interface RemovalProps extends Pick<ActionsProps, 'versions' | 'times'> {
  act: (action: () => void) => void;
}

/** Removes the open version, and brings back the one that was removed. What judged an agreed past is only to be read. */
function Removal({ versions: { all, span, isLocked, remove, removed }, times, act }: RemovalProps) {
  const styles = useStyles2(getStyles);
  if (removed) {
    return (
      <Button
        className={styles.undo}
        size="sm"
        variant="secondary"
        fill="text"
        icon="corner-up-left"
        onClick={() => act(removed.undo)}
      >
        {undoWords(t, removed.span, times)}
      </Button>
    );
  }
  if (all.length === 1 || isLocked) {
    return null;
  }
  const name = tabWords(t, span, times);
  return (
    <IconButton
      name="trash-alt"
      size="sm"
      tooltip={t('editors.versions.remove', 'Remove the version {{name}}', { name })}
      onClick={() => act(remove)}
    />
  );
}

function undoWords(t: Translate, span: VersionSpan, times: TimeWords): string {
  const name = tabWords(t, span, times);
  return t('editors.versions.undo', 'Undo the removal of “{{name}}”', { name });
}

/** When the open version is in force, where that is not now, and what can be done about a past. */
function SpanNote({ versions, scope, times }: Pick<VersionTabsProps, 'versions' | 'scope'> & { times: TimeWords }) {
  const styles = useStyles2(getStyles);
  const { span, isLocked, canCorrect, asked } = versions;
  const note = noteOf(t, versions, scope, times);
  const isOffered = canCorrect && !asked && span.when === 'now';
  return note === undefined && !isOffered ? null : (
    <div className={styles.note}>
      {note && <p className={styles.words}>{note}</p>}
      {isLocked && (
        <Button size="sm" variant="secondary" icon="unlock" onClick={versions.unlock}>
          {t('editors.versions.unlock', 'Correct a mistake in it')}
        </Button>
      )}
      {isOffered && (
        <Button size="sm" variant="secondary" fill="text" onClick={versions.correct}>
          {t('editors.versions.correct', 'It corrects a mistake: check the past again')}
        </Button>
      )}
    </div>
  );
}

function noteOf(
  t: Translate,
  { span, raw, isLocked }: FormVersions,
  { panel, metrics }: FormScope,
  times: TimeWords
): string | undefined {
  if (span.when === 'past') {
    if (isLocked) {
      return isAsAgreed(raw)
        ? t('editors.versions.past-signed', 'It was agreed, and the time until then was checked by it.')
        : t(
            'editors.versions.past-changed',
            'The time until then was checked by it; it was changed since it was agreed.'
          );
    }
    return t('editors.versions.past', 'What is changed here checks the time until then again.');
  }
  if (span.when === 'now') {
    return undefined;
  }
  const told = panel?.protocol?.metrics.find(({ id }) => id === metrics[0]?.id);
  if (told?.upcoming?.at === startOf(raw)) {
    return upcomingNote(t, told.upcoming, { formatLevel: told.formatLevel, times });
  }
  return isAsAgreed(raw)
    ? t('editors.versions.upcoming', 'Agreed for then; until then “Now” counts.')
    : t('editors.versions.upcoming-open', 'Not agreed yet; until then “Now” counts.');
}

function tabWords(t: Translate, { when, from, until }: VersionSpan, times: TimeWords): string {
  switch (when) {
    case 'now':
      return t('editors.versions.now', 'Now');
    case 'upcoming':
      return t('editors.versions.from-day', 'From {{day}}', { day: dayOf(from, times) });
    case 'past':
      return t('editors.versions.until-day', 'Until {{day}}', { day: dayOf(until, times) });
  }
}

/** The first of what is wrong in versions that are not open, where it is, and how much more there is. */
function elsewhereWords(
  t: Translate,
  [first, ...more]: readonly Problem[],
  { all, spans }: FormVersions,
  times: TimeWords
): string {
  const index = all.findIndex(({ validFrom }, place) => versionName(validFrom, place) === first.version);
  const values = {
    where: index < 0 ? first.version : tabWords(t, spans[index], times),
    field: fieldWords(t, first.field),
    what: mendWords(t, first),
    count: more.length,
  };
  const said =
    values.where === undefined
      ? values.what
      : t('editors.versions.problem', '“{{where}}”, {{field}}: {{what}}', values);
  return more.length === 0 ? said : t('editors.versions.problems', '{{said}} And {{count}} more.', { said, ...values });
}

/** Of a version that is the only one. */
function aloneWords(t: Translate, { when, from }: VersionSpan, times: TimeWords): string {
  if (from === undefined) {
    return t('editors.versions.ever', 'Counts from the beginning');
  }
  const day = dayOf(from, times);
  return when === 'upcoming' || startOf({ validFrom: from }) > today().now
    ? t('editors.versions.to-come', 'Counts from {{day}}', { day })
    : t('editors.versions.since', 'Counts since {{day}}', { day });
}

function dayOf(text: string | undefined, times: TimeWords): string {
  const time = startOf({ validFrom: text });
  return Number.isFinite(time) ? times.day(time) : (text ?? '?');
}

const getStyles = (theme: GrafanaTheme2) => ({
  versions: css({ display: 'grid', gap: theme.spacing(0.5) }),
  tabs: css({ display: 'flex', alignItems: 'center', minHeight: theme.spacing(3), overflowX: 'auto' }),
  // Where both have no room in one line, the second goes below the first; a long name is broken rather than cut.
  actions: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: theme.spacing(3),
    marginLeft: theme.spacing(-1),
  }),
  undo: css({ height: 'auto', minHeight: theme.spacing(3), textAlign: 'left', whiteSpace: 'normal' }),
  note: css({ display: 'grid', justifyItems: 'start', gap: theme.spacing(0.5) }),
  words: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
  problem: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.error.text }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import type { Holder } from '../../tables/directory/holder';
import { contactOf } from '../../tables/directory/holder';
import type { RuleField } from '../../rule/fields';
import type { Rule } from '../../rule/rule';
import { delayWords } from '../../words/scheduleWords';
import { actWhen } from '../../words/conditionWords';
import { Answer } from './Answer';
import type { Contact } from '../text/contacts';
import { readContacts } from '../text/contacts';
import { Markdown } from '../text/Markdown';
import { Runbook } from './Runbook';
import { SafeLink } from '../text/SafeLink';
import { said } from '../../words/said';
import { t } from '../../locales/t';
import { dataTerms } from '../../words/dataWords';
import { nextWords } from '../../words/nextWords';
import { ownerWords } from '../../words/roleNames';
import { statedWords } from '../../words/statedWords';
import type { TimeWords } from '../../words/whenWords';
import { Engine } from '../engine/lateEngine';
import { RespondLink } from '../responses/lateResponses';
import { latePart } from '../parts/latePart';

interface AnswersProps {
  metric: MetricProtocol;
  times: TimeWords;
}

/** The answers of a rule in the order in which a person asks: act when, who, do, by itself, otherwise. */
export function Answers({ metric, times }: AnswersProps) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      <ActWhen metric={metric} />
      <Who metric={metric} times={times} />
      <Do metric={metric} />
      <ByItself metric={metric} />
      <Otherwise metric={metric} times={times} />
    </dl>
  );
}

function ActWhen({ metric: { rule, formatLevel, kind, now, row } }: { metric: MetricProtocol }) {
  const styles = useStyles2(getStyles);
  const { condition, lasting, other, recovery, keepFiring } = actWhen(t, rule, formatLevel, now);
  if (condition === undefined && rule.unreadable.length === 0) {
    return null;
  }
  const asides = [recovery, keepFiring, ...dataTerms(t, rule)].filter(Boolean).join('; ');
  return (
    <Answer
      label={kind === 'ruled' ? t('views.card.act-when', 'Act when') : t('views.card.level', 'Level')}
      source={statedWords(t, rule.levelsSource, row)}
    >
      {condition && <b>{condition}</b>} {lasting} {other && <span className={styles.aside}>{`(${other})`}</span>}{' '}
      {asides && <span className={styles.aside}>{asides}</span>}
      {rule.unreadable.length > 0 && <UnreadLevels rule={rule} />}
    </Answer>
  );
}

// With the words of everything that may be wrong: most rules are right.
const UnreadLevels = latePart<{ rule: Rule }>(() => import(/* webpackChunkName: "problems" */ './UnreadLevels'), {
  what: () => t('views.card.unread-levels-part', 'What is written of the level'),
});

function Who({ metric, times }: AnswersProps) {
  const styles = useStyles2(getStyles);
  const { rule } = metric;
  const owner = ownerWords(t, metric, times);
  const notify = said(rule, 'notify');
  const contacts = readContacts(contactNow(metric.owner) ?? said(rule, 'contact') ?? '');
  if (!owner && !notify && contacts.length === 0) {
    return null;
  }
  return (
    <Answer label={t('views.card.who', 'Who')} source={sourceOf(metric, ['owner', 'contact', 'notify'])}>
      {owner && <b>{owner}</b>} <Contacts contacts={contacts} />{' '}
      {hasAlerts(metric) && <Engine metric={metric} question="who" />}
      {notify && (
        <div className={styles.aside}>{t('views.card.notified', 'channel: {{channel}}', { channel: notify })}</div>
      )}
    </Answer>
  );
}

function Do({ metric }: { metric: MetricProtocol }) {
  const styles = useStyles2(getStyles);
  const { rule } = metric;
  const action = said(rule, 'action');
  const runbook = said(rule, 'runbook');
  const respondUrl = said(rule, 'respondUrl');
  const within = delayWords(t, rule, 'respondWithin');
  const hasAside = runbook || respondUrl || within !== undefined;
  if (!action && !hasAside) {
    return null;
  }
  return (
    <Answer
      label={t('views.card.do', 'Do')}
      source={sourceOf(metric, ['action', 'runbook', 'respondUrl', 'respondWithin'])}
    >
      <div className={styles.doing}>
        {action && <Markdown text={action} className={styles.steps} />}
        {hasAside && (
          <span className={styles.asides}>
            {runbook && <Runbook text={runbook} />}
            {respondUrl && <RespondLink metric={metric} />}
            {within !== undefined && (
              <span className={styles.aside}>
                {t('views.card.respond-within', 'respond within {{length}}', { length: within })}
              </span>
            )}
          </span>
        )}
      </div>
    </Answer>
  );
}

function ByItself({ metric }: { metric: MetricProtocol }) {
  const styles = useStyles2(getStyles);
  const automation = said(metric.rule, 'automation');
  return automation === undefined ? null : (
    <Answer label={t('views.card.by-itself', 'Automatically')} source={sourceOf(metric, ['automation'])}>
      {automation}{' '}
      {hasAlerts(metric) ? (
        <Engine metric={metric} question="automation" />
      ) : (
        <span className={styles.aside}>{t('views.card.stated', '(not checked)')}</span>
      )}
    </Answer>
  );
}

/** Else what is stated is no more than that, and nothing has to be loaded to say so. */
function hasAlerts({ engine }: MetricProtocol): boolean {
  return engine !== undefined && engine.alerts.length > 0;
}

function Otherwise({ metric, times }: AnswersProps) {
  const next = nextWords(t, metric, times);
  const contacts = readContacts(contactNow(metric.escalation) ?? '');
  return next === undefined ? null : (
    <Answer
      label={t('views.card.otherwise', 'If nobody acts')}
      source={sourceOf(metric, ['escalateTo', 'escalateAfter'])}
    >
      {next.due && <b>{next.due}</b>} {next.then}
      {contacts.length > 0 && ' '}
      <Contacts contacts={contacts} />
    </Answer>
  );
}

function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const styles = useStyles2(getStyles);
  return contacts.map(({ label, href }, index) => (
    <span key={index} className={styles.contact}>
      {href === undefined ? label : <SafeLink href={href}>{label}</SafeLink>}
    </span>
  ));
}

/** How to reach who holds a role now. */
function contactNow(holder: Holder | undefined): string | undefined {
  return holder && contactOf(holder);
}

/** Where the first of the fields that is stated comes from. */
function sourceOf({ rule: { sources }, row }: MetricProtocol, fields: readonly RuleField[]): string {
  const stated = fields.find((field) => sources[field] !== undefined);
  return statedWords(t, stated && sources[stated], row);
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(0.625),
    margin: 0,
    b: { fontWeight: theme.typography.fontWeightBold, color: theme.colors.text.maxContrast },
  }),
  aside: css({ color: theme.colors.text.secondary }),
  contact: css({
    color: theme.colors.text.secondary,
    '& + &::before': { content: '" · "' },
  }),
  // The links follow the last step where there is room.
  doing: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: theme.spacing(1.5) }),
  asides: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1.5) }),
  steps: css({
    color: theme.colors.text.primary,
    '& > p:first-child, & > ol:first-child > li:first-child, & > ul:first-child > li:first-child': {
      fontWeight: theme.typography.fontWeightBold,
      color: theme.colors.text.maxContrast,
    },
  }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { IconName } from '@grafana/ui';
import { Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Translate } from '../../words/translate';
import { hasVariable } from '../../rule/textProblem';
import { readContacts } from '../../views/text/contacts';
import type { ContactKind } from './contactKind';
import { contactKind } from './contactKind';

const ICONS: Readonly<Record<ContactKind, IconName>> = {
  mail: 'envelope',
  phone: 'mobile-android',
  chat: 'comments-alt',
  link: 'link',
  words: 'info-circle',
  unsafe: 'exclamation-triangle',
};

interface RecognisedProps {
  text: string;
  /** Whether words alone are worth a line: not where a name is asked for. */
  words?: boolean;
}

/** What was recognised in a text that says how to reach somebody: mail addresses, phone numbers, chats and links. */
export function Recognised({ text, words = true }: RecognisedProps) {
  const styles = useStyles2(getStyles);
  const contacts = (hasVariable(text) ? [] : readContacts(text))
    .map((contact) => ({ ...contact, kind: contactKind(contact) }))
    .filter(({ kind }) => words || kind !== 'words');
  if (contacts.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('editors.contact.recognised', 'Recognised')}>
      {contacts.map(({ kind, label }, index) => (
        <li key={index} className={styles.contact}>
          <Icon name={ICONS[kind]} size="sm" /> <span className={styles.kind}>{kindWords(t, kind)}</span> {label}
        </li>
      ))}
    </ul>
  );
}

function kindWords(t: Translate, kind: ContactKind): string {
  switch (kind) {
    case 'mail':
      return t('editors.contact.mail', 'Mail');
    case 'phone':
      return t('editors.contact.phone', 'Phone');
    case 'chat':
      return t('editors.contact.chat', 'Chat');
    case 'link':
      return t('editors.contact.link', 'Link');
    case 'words':
      return t('editors.contact.words', 'Words, no link');
    case 'unsafe':
      return t('editors.contact.unsafe', 'Not safe to open, shown as words');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0.5, 0, 0), padding: 0, listStyle: 'none' }),
  contact: css({
    ...theme.typography.bodySmall,
    overflow: 'hidden',
    color: theme.colors.text.primary,
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    svg: { color: theme.colors.text.secondary },
  }),
  kind: css({ color: theme.colors.text.secondary }),
});

import { useId } from 'react';
import { css } from '@emotion/css';
import { DataLink, DataLinksFieldConfigSettings, GrafanaTheme2, StandardEditorProps } from '@grafana/data';
import { Button, IconButton, Stack, Switch, useStyles2 } from '@grafana/ui';
import { TextInput } from './TextInput';

type Props = StandardEditorProps<DataLink[] | undefined, DataLinksFieldConfigSettings>;

const NO_LINKS: DataLink[] = [];

/** The standard editor `links`: a title, a URL and where it opens, for each link. */
export function LinksEditor({ value = NO_LINKS, onChange }: Props) {
  const replace = (index: number, link: DataLink) => onChange(value.map((old, i) => (i === index ? link : old)));
  return (
    <Stack direction="column" gap={1}>
      {value.map((link, index) => (
        <LinkRow
          key={index}
          name={`Link ${index + 1}`}
          link={link}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(value.filter((_, i) => i !== index))}
        />
      ))}
      <Button
        size="sm"
        icon="plus"
        variant="secondary"
        fullWidth
        onClick={() => onChange([...value, { title: '', url: '' }])}
      >
        Add link
      </Button>
    </Stack>
  );
}

interface LinkRowProps {
  name: string;
  link: DataLink;
  onChange: (link: DataLink) => void;
  onRemove: () => void;
}

function LinkRow({ name, link, onChange, onRemove }: LinkRowProps) {
  const styles = useStyles2(getStyles);
  const switchId = useId();
  return (
    <div className={styles.link} role="group" aria-label={name}>
      <TextInput
        aria-label={`${name} title`}
        placeholder="Title"
        value={link.title}
        onChange={(title = '') => onChange({ ...link, title })}
      />
      <TextInput
        aria-label={`${name} URL`}
        placeholder="https://… or ${__value.raw}"
        value={link.url}
        onChange={(url = '') => onChange({ ...link, url })}
      />
      <Stack justifyContent="space-between" alignItems="center">
        <Stack alignItems="center">
          <Switch
            id={switchId}
            value={Boolean(link.targetBlank)}
            onChange={(event) => onChange({ ...link, targetBlank: event.currentTarget.checked })}
          />
          <label htmlFor={switchId}>Open in new tab</label>
        </Stack>
        <IconButton name="trash-alt" tooltip={`Remove ${name.toLowerCase()}`} onClick={onRemove} />
      </Stack>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    paddingBottom: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
});

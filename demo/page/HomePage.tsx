import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Card, LoadingPlaceholder, TagList, Text, useStyles2 } from '@grafana/ui';
import { useDashboardList } from './useDashboardList';

/** All dashboards that are provisioned. */
export function HomePage() {
  const styles = useStyles2(getStyles);
  const dashboards = useDashboardList();
  return (
    <div className={styles.page}>
      <Text element="h1">Dashboards</Text>
      {dashboards === undefined && <LoadingPlaceholder text="Loading…" />}
      {dashboards?.length === 0 && <Text color="secondary">There is no dashboard in provisioning/dashboards.</Text>}
      {dashboards?.map(({ uid, title, description, tags, url }) => (
        <Card key={uid} href={url} noMargin>
          <Card.Heading>{title}</Card.Heading>
          {description && <Card.Description>{description}</Card.Description>}
          {tags.length > 0 && (
            <Card.Tags>
              <TagList tags={tags} />
            </Card.Tags>
          )}
        </Card>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(3),
    width: '100%',
    maxWidth: 900,
    margin: '0 auto',
  }),
});

import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { noticeStyle } from './noticeStyle';

/** The panel's options were saved by a newer version of the plugin, which may mean something else by them. */
export function NewerVersionNotice() {
  const styles = useStyles2(getStyles);
  const words = t(
    'views.notices.newer-version',
    'Saved by a newer version of this plugin: some of it may be shown otherwise here. Nothing of it is changed.'
  );
  return (
    <p className={styles.notice} title={words}>
      <Icon name="info-circle" size="sm" /> {words}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ notice: noticeStyle(theme) });

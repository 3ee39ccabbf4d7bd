import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import { pasteDoor } from '../file/pasteDoor';
import { useShelf } from '../shelf';
import type { FormPlace } from './formPlace';

interface PasteTableProps {
  place?: FormPlace;
  /** Whether nothing is written in the form yet. */
  isEmpty: boolean;
}

/**
 * Above a rule for all that nobody has begun: the way in for those who have their rules in a spreadsheet. It stays while
 * they type, so that no input moves under their hands.
 */
export function PasteTable({ place, isEmpty }: PasteTableProps) {
  const styles = useStyles2(getStyles);
  const open = useShelf(pasteDoor);
  const [isFresh] = useState(isEmpty);
  return place === 'default' && isFresh && open ? (
    <div className={styles.line}>
      <Button size="sm" variant="secondary" icon="clipboard-alt" onClick={open}>
        {t('editors.paste.table', 'Paste rules from a spreadsheet…')}
      </Button>
    </div>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});

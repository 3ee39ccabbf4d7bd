import { Button } from '@grafana/ui';
import type { ReactNode } from 'react';

import { t } from '../../locales/t';
import type { Notice as NoticeOf, NoticeKind } from '../../protocol/notices';
import { latePart } from '../parts/latePart';
import { Notice } from './Notice';

// With the words of everything that may be wrong with a sheet: loaded when somebody asks.
const SheetProblems = latePart(() => import(/* webpackChunkName: "sheet-problems" */ './SheetProblems'), {
  what: () => t('views.sheets.part', 'What was found in the sheets'),
});

export interface NoticesProps {
  notices: readonly NoticeOf[];
  /** Whether there is somebody to press a button: on a wall display there is nobody. */
  canOpen?: boolean;
  /** Offers to judge a look-back, or to undo that. */
  lookBack?: ReactNode;
  /** Records what is not. */
  record?: ReactNode;
  /** Shows all metrics again. */
  onShowAll?: () => void;
}

/** The notices above the metrics, a line each, with what they open and what can be done about them. */
export default function Notices({ notices, canOpen, lookBack, record, onShowAll }: NoticesProps) {
  const actions: Partial<Record<NoticeKind, ReactNode>> = {
    lookBack,
    records: record,
    filter: (
      <Button size="sm" fill="text" onClick={onShowAll}>
        {t('views.coverage.show-all', 'Show all')}
      </Button>
    ),
  };
  return notices.map((notice, place) => (
    <Notice
      key={notice.kind === 'queryFailed' ? place : notice.kind}
      notice={notice}
      details={notice.kind === 'sheets' && canOpen ? <SheetProblems sheets={notice.sheets} /> : undefined}
      action={actions[notice.kind]}
    />
  ));
}

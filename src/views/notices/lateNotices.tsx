import { t } from '../../locales/t';
import { latePart } from '../parts/latePart';
import { noticesHeight } from './noticeHeight';
import type { NoticesProps } from './Notices';

const LateNotices = latePart<NoticesProps>(() => import(/* webpackChunkName: "notices" */ './Notices'), {
  what: () => t('views.notices.part', 'The notices'),
  waiting: ({ notices }) => <div style={{ height: noticesHeight(notices) }} />,
});

/** The notices above the metrics: loaded where there is one. Its room is there before it, so that nothing moves. */
export function Notices(props: NoticesProps) {
  return props.notices.length > 0 ? <LateNotices {...props} /> : null;
}

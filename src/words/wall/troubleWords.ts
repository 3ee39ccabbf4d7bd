import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { formatElapsed } from '../../time/duration';
import type { Translate } from '../translate';

/** What is wrong with a wall, and what to do about it. */
export interface TroubleWords {
  headline: string;
  mend: string;
}

/**
 * What is said above all that a wall shows.
 *
 * @param clock - Writes a moment (epoch ms): "12:04:35".
 */
export function troubleWords(t: Translate, trouble: WallTrouble, clock: (time: number) => string): TroubleWords {
  switch (trouble.kind) {
    case 'lost':
      return {
        headline: t('views.wall.lost-connection', 'No connection since {{at}}', { at: clock(trouble.since) }),
        mend: [
          ofThen(t, trouble.answeredAt, clock),
          t('views.wall.lost-connection-mend', 'Check the network of this screen, and Grafana. It goes on by itself.'),
        ].join(' '),
      };
    case 'failing':
      return {
        headline: t('views.wall.failing', 'Grafana has failed since {{at}}', { at: clock(trouble.since) }),
        mend: [
          ofThen(t, trouble.answeredAt, clock),
          t('views.wall.failing-mend', 'Grafana answers with error {{status}}. It goes on by itself.', {
            status: trouble.status,
          }),
        ].join(' '),
      };
    case 'signedOut':
      return {
        headline: t('views.wall.signed-out', 'Signed out'),
        mend: t(
          'views.wall.signed-out-mend',
          'The session of this screen has expired: nothing here is of now. Sign in again, or use an anonymous viewer.'
        ),
      };
    case 'forbidden':
      return {
        headline: t('views.wall.forbidden', 'No right to this dashboard'),
        mend: t(
          'views.wall.forbidden-mend',
          'Who is signed in here may not see it any more. Give them the right to view it, and reload the page.'
        ),
      };
    case 'deleted':
      return {
        headline: t('views.wall.deleted', 'This dashboard was deleted'),
        mend: t('views.wall.deleted-mend', 'Nothing here is of now. Open another dashboard on this screen.'),
      };
    case 'upgraded':
      return {
        headline: t('views.wall.upgraded', 'A new version is installed'),
        mend: t('views.wall.upgraded-mend', 'This page still runs the former one. Reload it.'),
      };
    default:
      return dataTrouble(t, trouble, clock);
  }
}

/** The same as the header says. */
function ofThen(t: Translate, answeredAt: number | undefined, clock: (time: number) => string): string {
  return answeredAt === undefined
    ? t('views.wall.no-data-before', 'No data had come before.')
    : t('views.wall.stands-data-of', 'What stands here is data of {{at}}.', { at: clock(answeredAt) });
}

type DataTrouble = Extract<
  WallTrouble,
  { kind: 'old' | 'noRefresh' | 'noAnswer' | 'rangeOver' | 'queryFailed' | 'away' }
>;

function dataTrouble(t: Translate, trouble: DataTrouble, clock: (time: number) => string): TroubleWords {
  switch (trouble.kind) {
    case 'old':
      return {
        headline: t('views.wall.old', 'Old data: of {{at}}', { at: clock(trouble.askedAt) }),
        mend: t(
          'views.wall.old-mend',
          'The dashboard is refreshed, and no answer comes. Check its data sources; reload the page if it stays.'
        ),
      };
    case 'noRefresh':
      return {
        headline: t('views.wall.no-refresh', 'Old data: of {{at}}', { at: clock(trouble.askedAt) }),
        mend: t(
          'views.wall.no-refresh-mend',
          'Nothing refreshes this dashboard: choose how often beside its refresh button, or add refresh=30s to the address.'
        ),
      };
    case 'noAnswer':
      return {
        headline: t('views.wall.no-answer', 'No data since {{at}}', { at: clock(trouble.since) }),
        mend: t(
          'views.wall.no-answer-mend',
          'Its queries have not answered yet. A panel that streams never does beside others: give it a wall of its own.'
        ),
      };
    case 'rangeOver':
      return {
        headline: t('views.wall.range-over', 'Not of now'),
        mend: t(
          'views.wall.range-over-mend',
          'The time range of this dashboard ends in the past. Choose one that ends now.'
        ),
      };
    case 'queryFailed':
      return {
        headline: t('views.wall.queries-failed', '{{count}} queries fail', {
          count: trouble.failed,
          defaultValue_one: 'A query fails',
          defaultValue_other: '{{count}} queries fail',
        }),
        mend: t(
          'views.wall.queries-failed-mend',
          'What it returned is as last known, or missing; the rest is of now. See the dashboard.'
        ),
      };
    case 'away':
      return {
        headline: t('views.wall.away', 'This screen was away for {{length}}', { length: formatElapsed(trouble.ms) }),
        mend: t('views.wall.away-mend', 'It slept or stood still until now, and showed nothing new meanwhile.'),
      };
  }
}

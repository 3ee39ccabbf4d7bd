import type { CannotJudgeOn, Protocol } from '../protocol/protocol';
import { formatDuration } from '../time/duration';
import type { Translate } from './translate';

/**
 * What the states are judged on, where that is a fixed look-back: "States are of now, judged on the last 2 d in 5 min
 * steps." Where the view ends in the past, that comes first: a narrow panel cuts the end off. Undefined where they are judged on what is in view, as one expects.
 */
export function judgedWords(t: Translate, { judgedOn, span }: Pick<Protocol, 'judgedOn' | 'span'>): string | undefined {
  if (judgedOn.mode === 'view') {
    return undefined;
  }
  const values = { lookBack: formatDuration(judgedOn.lookBackMs), step: formatDuration(judgedOn.stepMs) };
  if (judgedOn.awaited) {
    return t(
      'views.judged.awaited',
      'Asking for the last {{lookBack}} in {{step}} steps, to tell the state from…',
      values
    );
  }
  return span.now === undefined
    ? t(
        'views.judged.fixed-past',
        'States are of now, the charts show another time. They are from the last {{lookBack}} in {{step}} steps.',
        values
      )
    : t('views.judged.fixed', 'States are of now, from the last {{lookBack}} in {{step}} steps.', values);
}

/** Why a look-back that was asked for can't be had, and what is judged instead. */
export function cannotJudgeWords(t: Translate, because: CannotJudgeOn): string {
  switch (because) {
    case 'dashboardSource':
      return t(
        'views.judged.dashboard-source',
        'State from the time shown, not from the look-back: these are the data of another panel, which this one can’t ask for.'
      );
    case 'streaming':
      return t(
        'views.judged.streaming',
        'State from the time shown, not from the look-back: a stream can’t be asked for its past.'
      );
    case 'transformations':
      return t(
        'views.judged.transformations',
        'State from the time shown, not from the look-back: transformations rename or compute the metrics.'
      );
    case 'publicDashboard':
      return t(
        'views.judged.public-dashboard',
        'State from the time shown, not from the look-back: a public dashboard allows no queries of a panel’s own.'
      );
    case 'snapshot':
      return t(
        'views.judged.snapshot',
        'State from the time shown, not from the look-back: a snapshot has no data source to ask.'
      );
    case 'badLookBack':
      return t(
        'views.judged.bad-look-back',
        'State from the time shown: the panel option “Look back” has to be a length of time, like 1d or 6h.'
      );
    case 'badStep':
      return t(
        'views.judged.bad-step',
        'State from the time shown: the panel option “Step” has to be a length of time from 5s up to the look-back, like 1m.'
      );
    case 'tooManySteps':
      return t(
        'views.judged.too-many-steps',
        'State from the time shown: “Look back” has more than 11,000 steps, which data sources refuse. Take a longer “Step”.'
      );
    case 'notLoaded':
      return t(
        'views.judged.not-loaded',
        'State from the time shown, not from the look-back: a part of this plugin could not be loaded. Reload the page.'
      );
  }
}

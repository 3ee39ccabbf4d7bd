import { uniq } from 'lodash';

import type { Handover, NotRead } from '../../protocol/handover/handover';
import { nameList } from '../nameList';
import { interventionWords } from '../responses/interventionWords';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

type Of<K extends NotRead['kind']> = Extract<NotRead, { kind: K }>;

/** Of what a handover can't tell, or not all, a sentence a kind: "Not asked for: Handoffs." */
export function notReadWords(t: Translate, notRead: readonly NotRead[], times: TimeWords): string[] {
  const of = <K extends NotRead['kind']>(kind: K) => notRead.filter((one): one is Of<K> => one.kind === kind);
  const titles = (some: ReadonlyArray<{ title?: string }>) =>
    nameList(t, uniq(some.flatMap(({ title }) => title ?? [])));
  const [failed, awaited, notAsked] = [titles(of('failed')), titles(of('awaited')), titles(of('notAsked'))];
  const recordAlone = titles(of('recordAlone'));
  const nothing = titles(of('nothing').filter(({ title }) => title !== undefined));
  const unclear = nameList(t, uniq(of('unclear').map(({ name }) => name)));
  const lost = of('lost').flatMap(({ refIds }) => refIds);
  return [
    failed && t('handover.failed', 'Nothing came of: {{titles}}.', { titles: failed }),
    awaited && t('handover.awaited', 'Under way: {{titles}}.', { titles: awaited }),
    notAsked && t('handover.not-asked', 'Not asked for by this panel’s queries: {{titles}}.', { titles: notAsked }),
    recordAlone &&
      t('handover.record-alone', 'How it stands now in: {{titles}}. Only the record tells of it.', {
        titles: recordAlone,
      }),
    nothing && t('handover.nothing', 'Nothing to check in: {{titles}}.', { titles: nothing }),
    unclear && t('handover.unclear', 'Which panel’s rules are meant is not known of: {{names}}.', { names: unclear }),
    lost.length > 0 &&
      t('handover.lost', 'Not on this dashboard: the panel of query {{refIds}}.', { refIds: lost.join(', ') }),
    ...of('shortRange').map((one) =>
      t('handover.short-range', 'What came before {{from}} is not shown of: {{names}}.', beforeValues(t, one, times))
    ),
    ...of('recordBefore').map((one) =>
      t(
        'handover.record-before',
        'What came before {{from}} is told from the record alone: {{names}}.',
        beforeValues(t, one, times)
      )
    ),
    of('untracked').length > 0 && t('handover.untracked', 'What people did is not tracked here.'),
    of('responsesAwaited').length > 0 && t('handover.responses-awaited', 'What people did is still being read.'),
  ].filter((words): words is string => typeof words === 'string' && words !== '');
}

function beforeValues(t: Translate, { from, metrics }: Pick<Of<'shortRange'>, 'from' | 'metrics'>, times: TimeWords) {
  const names = metrics.map(({ label }) => label);
  return { from: times.at(from), names: nameList(t, names) };
}

/** What was recorded of metrics that are not here: "On the record of metrics that are not here: Iberia: Ana has it." */
export function elsewhereWords(t: Translate, elsewhere: Handover['elsewhere'], times: TimeWords): string[] {
  return elsewhere.map((one) =>
    t('handover.elsewhere', 'On the record, of a metric that is not here: {{name}}, {{at}}: {{words}}.', {
      name: one.breach.name ?? one.breach.identity,
      at: times.at(one.at),
      words: interventionWords(t, one, times),
    })
  );
}

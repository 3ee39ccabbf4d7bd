import { isEqual, unionWith } from 'lodash';

import type { RuledMetric } from './buildProtocol';
import { isAwaited, ProtocolBuilder } from './buildProtocol';
import { chooseJudged, judgedAnswer } from './chooseJudged';
import type { StatedMetric } from './ruleMetrics';
import { MetricRules } from './ruleMetrics';
import { withHolders } from './holders';
import type { PanelInput, ReadSheets, Spans, StatedByAlerts } from './input';
import { keepUnchanged } from './keepUnchanged';
import type { NoMetric } from './metric';
import type { Pair } from './pairMetrics';
import type { Protocol, QueryError } from './protocol';
import { remember } from './remember';
import { withSheetFindings } from './sheetFindings';

/** What a panel has to tell; where it has no metric, why, and what failed. */
export type Told = { spans: Spans } & (
  | {
      protocol: Protocol;
      ruled: readonly RuledMetric[];
      /** What each rule was merged from, for the editor. */ stated: () => StatedMetric[];
    }
  | {
      nothing: NoMetric;
      /** The data that is judged is still under way. */
      awaited: boolean;
      errors: readonly QueryError[];
    }
);

/**
 * Tells the protocol of a panel: the one way from its metrics to what the views show. Pure: the same input gives an
 * equal protocol.
 */
export function tellProtocol(input: PanelInput): Told {
  return new ProtocolTeller().tell(input);
}

/**
 * Tells the protocol of one panel again and again, as its data come and its clock ticks. It says what `tellProtocol`
 * says; what it remembers changes what that costs. A metric that would look as it did is the very object that it was.
 */
export class ProtocolTeller {
  private readonly choose = remember(chooseJudged);
  private readonly rules = new MetricRules();
  private readonly rule = remember((pairs: readonly Pair[], sheets?: ReadSheets, alerts?: StatedByAlerts) =>
    this.rules.of(pairs, sheets, alerts)
  );
  private readonly builder = new ProtocolBuilder();
  private former?: Protocol;

  tell({ view, judgeOn, spans: given, sheets, responses }: PanelInput): Told {
    const chosen = this.choose(view.metrics, judgeOn);
    const answer = judgedAnswer(judgeOn, chosen);
    const spans = answer ? given : { view: given.view, judged: given.view };
    const errors = answer ? unionWith(answer.errors, view.errors, isEqual) : view.errors;
    if (typeof chosen.pairs === 'string') {
      return { nothing: chosen.pairs, awaited: isAwaited(chosen.judgedOn), errors, spans };
    }
    const { ruled, stated, found } = this.rule(chosen.pairs, sheets, responses?.statedByAlerts);
    const judged = this.builder.build(ruled, spans, (answer ?? view).errors, chosen.judgedOn);
    const held = withSheetFindings(withHolders({ ...judged, errors }, sheets?.who), found);
    const whole = responses?.link(held, ruled, sheets) ?? held;
    this.former = keepUnchanged(this.former, whole);
    return { protocol: this.former, ruled, stated, spans };
  }
}

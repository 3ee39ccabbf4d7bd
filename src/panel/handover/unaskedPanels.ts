import type { FoundPanel } from '../../frames/foundPanel';
import { textOf } from '../../frames/textOf';
import type { HandoverPanel } from '../../protocol/handover/handover';
import type { PanelMetric } from '../../protocol/input';
import { tellProtocol } from '../../protocol/tellProtocol';
import type { UntoldPanel } from '../sources/TellSources';

/**
 * Panels whose data nobody asks for, as far as their rules go: those of metrics that an override names. Which metrics a
 * sheet or the default rule is for, only the data would say.
 *
 * @param at - The moment that the handover is told of, epoch ms.
 */
export function unaskedPanels(missing: readonly UntoldPanel[], at: number): HandoverPanel[] {
  const span = { from: at, to: at, now: at };
  return missing.flatMap(({ title, panel }): HandoverPanel[] => {
    const told = tellProtocol({
      view: { metrics: namedMetrics(panel), errors: [] },
      judgeOn: { mode: 'view' },
      spans: { view: span, judged: span },
    });
    return 'protocol' in told
      ? [{ key: panel.key, title, panelId: panel.id, isUnasked: true, protocol: told.protocol }]
      : [];
  });
}

function namedMetrics({ defaults, overrides }: Pick<FoundPanel, 'defaults' | 'overrides'>): PanelMetric[] | 'noData' {
  const named = overrides.flatMap(({ matcher, states }) => {
    const name = matcher.id === 'byName' ? textOf(matcher.options) : undefined;
    return name === undefined || states.rule === undefined ? [] : [{ name, rule: states.rule }];
  });
  const names = [...new Set(named.map(({ name }) => name))];
  const metrics = names.map((name): PanelMetric => ({
    metric: { id: name, name, frameIndex: -1, fieldIndex: -1, samples: { times: [], values: [] }, everyStep: false },
    format: String,
    formatLevel: String,
    color: '',
    rule: { default: defaults.rule, overrides: named.filter((one) => one.name === name).map(({ rule }) => rule) },
  }));
  return metrics.length > 0 ? metrics : 'noData';
}

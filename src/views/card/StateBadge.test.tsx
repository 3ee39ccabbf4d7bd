import { render, screen } from '@testing-library/react';

import type { MetricProtocol } from '../../protocol/protocol';
import { StateBadge } from './StateBadge';
import { metricProtocol, NOW, now, ruleChange } from '../../testing/metricProtocol';
import { DAY } from '../../time/units';

describe('StateBadge', () => {
  it.each<[string, Partial<MetricProtocol>]>([
    ['Critical', { now: now({ state: 'firing', severity: 'critical' }) }],
    ['Warning', { now: now({ state: 'firing', severity: 'warning' }) }],
    ['Watching', { now: now({ state: 'pending', severity: 'critical' }) }],
    ['Easing', { now: now({ state: 'recovering', severity: 'critical' }) }],
    ['OK', { now: now() }],
    ['Data late', { now: now({ state: 'stale', age: { kind: 'old', limitMs: 1, estimated: false } }) }],
    ['No data', { now: now({ state: 'nodata' }) }],
    ['Error', { now: now({ state: 'error' }) }],
    ['Unclear', { now: now({ state: 'unknown' }) }],
    ['No level', { now: now({ state: 'unruled' }) }],
    ['Level crossed, nothing agreed', { kind: 'levelOnly', crossed: true, now: now({ state: 'unruled' }) }],
    ['Level not crossed, nothing agreed', { kind: 'levelOnly', now: now({ state: 'unruled' }) }],
    ['No rule needed', { kind: 'context', now: now({ state: 'unruled' }) }],
    ['No rule', { kind: 'unruled', now: now({ state: 'unruled' }) }],
    ['Rule begins', { kind: 'unruled', now: now({ state: 'unruled' }), upcoming: ruleChange(NOW + DAY) }],
    ['Error', { kind: 'context', now: now({ state: 'error' }) }],
  ])('says %s in words, with a glyph', (word, overrides) => {
    const { container } = render(<StateBadge metric={metricProtocol(overrides)} />);
    expect(screen.getByText(word)).toBeVisible();
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  });
});

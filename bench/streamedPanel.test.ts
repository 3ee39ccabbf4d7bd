import { StreamedPanel } from './streamedPanel';

const PACKETS_A_MINUTE = 4 * 60;

describe('a panel on a stream that is let run', () => {
  it('tells with each packet what there is to tell, however long it runs', () => {
    const panel = new StreamedPanel();
    const [first] = panel.receive(PACKETS_A_MINUTE + 60).metrics;
    expect(first.now).toMatchObject({ state: 'firing' });
    const [later] = panel.receive(2 * PACKETS_A_MINUTE).metrics;
    expect(later.now).toMatchObject({ state: 'firing', at: first.now.at + 120_000 });
    expect(later.view.breaches).toHaveLength(first.view.breaches.length);
    expect(panel.receive(PACKETS_A_MINUTE / 2).metrics[0].now.state).toBe('normal');
  });
});

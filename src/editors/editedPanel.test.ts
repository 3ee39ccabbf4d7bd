import { editedPanel, publishPanel, retractPanel } from './editedPanel';
import { editedPanelOf } from '../testing/editedPanel';

it('is the panel that was there first: previews of other visualizations come and go beside it', () => {
  const [panel, preview] = [Symbol('panel'), Symbol('preview')];
  const first = editedPanelOf({ Leads: [1] });
  const changed = editedPanelOf({ Leads: [1, 2] });
  const heard: unknown[] = [];
  const stop = editedPanel.subscribe(() => heard.push(editedPanel.get()));

  publishPanel(panel, first);
  publishPanel(preview, editedPanelOf({ Leads: [1] }));
  retractPanel(preview);
  publishPanel(panel, changed);
  retractPanel(panel);
  stop();

  expect(heard).toEqual([first, changed, undefined]);
});

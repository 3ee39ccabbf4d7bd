import type { StandardEditorProps } from '@grafana/data';
import { toDataFrame } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { QueryPicker } from './QueryPicker';
import '../../testing/jsdomLayout';

jest.setTimeout(30_000);

function setup(value: unknown) {
  const onChange = jest.fn();
  const data = [
    toDataFrame({ refId: 'A', fields: [{ name: 'x', values: [1, 2, 3] }] }),
    toDataFrame({ refId: 'RULES', fields: [{ name: 'metric', values: ['Leads'] }] }),
    toDataFrame({ refId: 'B', fields: [] }),
    toDataFrame({ refId: 'B', fields: [] }),
  ];
  const props = { id: 'sheet', value, onChange, context: { data } } as unknown as StandardEditorProps<unknown>;
  render(<QueryPicker {...props} />);
  return { user: userEvent.setup(), onChange };
}

// jsdom has no room for the list of options; the browser specs look at it.
describe('QueryPicker', () => {
  it('takes a query, by keyboard', async () => {
    const { user, onChange } = setup(undefined);
    expect(await screen.findByRole('combobox')).toHaveValue('None');
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenCalledWith('RULES');
  });

  it('shows a query that is there no more, and takes none instead', async () => {
    const { user, onChange } = setup('GONE');
    expect(await screen.findByRole('combobox')).toHaveValue('Query GONE');
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{Home}{Enter}');
    expect(onChange).toHaveBeenCalledWith(undefined);
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { plain } from '../locales/plain.testing';
import { ruleSchema } from '../rule/schema';
import RuleForm from './RuleForm';
import { formGroups } from './formGroups';

/** The form as an option pane keeps it: what it stores comes back as its value. */
function Pane({ saved, onStore }: { saved?: unknown; onStore?: (value: unknown) => void }) {
  const [value, setValue] = useState(saved);
  return (
    <RuleForm
      value={value}
      onChange={(next) => {
        setValue(next);
        onStore?.(next);
      }}
    />
  );
}

describe('RuleForm', () => {
  it('offers every field of a rule', () => {
    const offered = formGroups(plain).flatMap(({ fields }) => fields.map(({ name }) => name));
    const known = Object.keys(ruleSchema.shape).flatMap((name) =>
      name === 'recovery' ? ['recoveryWarning', 'recoveryCritical'] : [name]
    );
    expect([...offered].sort()).toEqual(known.sort());
  });

  it('stores a number as a number and shows what was typed', async () => {
    const onStore = jest.fn();
    render(<Pane onStore={onStore} />);
    const critical = screen.getByRole('textbox', { name: /Critical level/ });
    await userEvent.type(critical, '20.50');
    expect(onStore).toHaveBeenLastCalledWith({ critical: 20.5 });
    expect(critical).toHaveValue('20.50');
  });

  it('keeps text that is no number, and says how to mend it', async () => {
    const onStore = jest.fn();
    render(<Pane onStore={onStore} />);
    await userEvent.type(screen.getByRole('textbox', { name: /Critical level/ }), 'twenty');
    expect(onStore).toHaveBeenLastCalledWith({ critical: 'twenty' });
    expect(screen.getByRole('alert')).toHaveTextContent(/twenty/);
  });

  it('says what is wrong with a duration beside its input', async () => {
    render(<Pane saved={{ for: '2 dayz', owner: 'SRE' }} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/^"2 dayz" is not a duration/);
    expect(screen.getByRole('textbox', { name: /^Owner/ })).toHaveValue('SRE');
  });

  it('asks for two bounds where the operator takes a range', async () => {
    const onStore = jest.fn();
    render(<Pane saved={{ operator: 'outside' }} onStore={onStore} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Critical level, lower bound' }), '-8');
    await userEvent.type(screen.getByRole('textbox', { name: 'Critical level, upper bound' }), '8');
    expect(onStore).toHaveBeenLastCalledWith({ operator: 'outside', critical: [-8, 8] });
  });

  it('leaves nothing behind when a field is cleared, so that it inherits', async () => {
    const onStore = jest.fn();
    render(<Pane saved={{ owner: 'SRE' }} onStore={onStore} />);
    await userEvent.clear(screen.getByRole('textbox', { name: /^Owner/ }));
    expect(onStore).toHaveBeenLastCalledWith(undefined);
  });

  it('shows a rule that is changed from outside', () => {
    const { rerender } = render(<RuleForm value={{ owner: 'SRE' }} onChange={jest.fn()} />);
    rerender(<RuleForm value={{ owner: 'RevOps' }} onChange={jest.fn()} />);
    expect(screen.getByRole('textbox', { name: /^Owner/ })).toHaveValue('RevOps');
  });

  it('survives a stored value that is no rule, and says so', () => {
    render(<Pane saved="below twenty" />);
    expect(screen.getByText(/below twenty/)).toBeInTheDocument();
  });
});

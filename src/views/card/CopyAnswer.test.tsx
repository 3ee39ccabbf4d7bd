import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import { NOW, metricProtocol } from '../../testing/metricProtocol';
import { CopyAnswer } from './CopyAnswer';

jest.mock('../../words/answerSentence', () => {
  throw new Error('Loading chunk 7 failed');
});

describe('an answer whose words can not be loaded', () => {
  it('is told to who asks for it, and to nobody else', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const user = userEvent.setup();
    render(<CopyAnswer metric={metricProtocol()} times={timeWords(t, { now: NOW, timeZone: 'utc' })} />);
    const button = screen.getByRole('button', { name: /^Copy answer/ });
    await user.tab();
    expect(button).toHaveFocus();
    expect(screen.queryByRole('status')).toBeNull();

    await user.keyboard('{Enter}');
    expect(await screen.findByRole('status')).toHaveTextContent("The answer to copy can't be shown.");
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

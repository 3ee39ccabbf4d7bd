import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { PartBoundary } from './PartBoundary';
import { latePart } from './latePart';

/** A part that is given its name; other than React's own errors, nothing is written to the console. */
const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

/** An import that fails so many times, as that of a chunk does while the network is away. */
function failing(times: number) {
  const load = jest.fn<Promise<{ default: typeof Greeting }>, []>().mockResolvedValue({ default: Greeting });
  for (let i = 0; i < times; i++) {
    load.mockRejectedValueOnce(new Error('Loading chunk 7 failed'));
  }
  return load;
}

const tryAgain = () => screen.findByRole('button', { name: 'Try again' });

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('a part that loads later', () => {
  it('is there once it is loaded, and at once where it was loaded before', async () => {
    const load = failing(0);
    const Part = latePart(load, { what: () => 'The form', waiting: ({ name }) => <p>Awaiting {name}</p> });
    const { unmount } = render(<Part name="Ada" />);
    expect(screen.getByText('Awaiting Ada')).toBeVisible();
    expect(await screen.findByText('Hello Ada')).toBeVisible();
    unmount();
    render(<Part name="Bob" />);
    expect(screen.getByText('Hello Bob')).toBeVisible();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('costs only itself where it can not be loaded, and comes back when one tries again', async () => {
    const Part = latePart(failing(1), { what: () => 'The form' });
    render(
      <>
        <Part name="Ada" />
        <p>The rest</p>
      </>
    );
    expect(await screen.findByText("The form can't be shown.")).toBeVisible();
    expect(screen.getByText('The rest')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reload the page' })).not.toBeInTheDocument();
    await userEvent.click(await tryAgain());
    expect(await screen.findByText('Hello Ada')).toBeVisible();
    expect(screen.queryByText("The form can't be shown.")).not.toBeInTheDocument();
  });

  it('offers to reload the page where it fails once more, and keeps the keyboard', async () => {
    const Part = latePart(failing(2), { what: () => 'The form' });
    render(<Part name="Ada" />);
    (await tryAgain()).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Reload the page' })).toBeVisible();
    expect(await tryAgain()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Hello Ada')).toBeVisible();
  });

  it('is tried again by itself where nobody is there to press anything', async () => {
    jest.useFakeTimers();
    try {
      const Part = latePart(failing(2), { what: () => 'The wall', isFar: true });
      render(<Part name="Ada" />);
      expect(await screen.findByText("The wall can't be shown.")).toBeVisible();
      expect(screen.getByText(/tried again automatically.*reload the page/)).toBeVisible();
      expect(screen.queryByRole('button')).not.toBeInTheDocument();
      await act(() => jest.advanceTimersByTimeAsync(20_000));
      expect(screen.getByText("The wall can't be shown.")).toBeVisible();
      await act(() => jest.advanceTimersByTimeAsync(20_000));
      expect(screen.getByText('Hello Ada')).toBeVisible();
    } finally {
      jest.useRealTimers();
    }
  });

  it('is loaded anew where it is shown anew', async () => {
    const Part = latePart(failing(1), { what: () => 'The form' });
    const { unmount } = render(<Part name="Ada" />);
    await tryAgain();
    unmount();
    render(<Part name="Ada" />);
    expect(await screen.findByText('Hello Ada')).toBeVisible();
  });
});

describe('a part that throws', () => {
  const Picky = ({ value }: { value: number }) => {
    if (value < 0) {
      throw new Error('negative');
    }
    return <p>Value {value}</p>;
  };
  const rendered = (value: number) => (
    <>
      <PartBoundary what="The chart" of={value}>
        <Picky value={value} />
      </PartBoundary>
      <p>The rest</p>
    </>
  );

  it('costs only itself, and is tried again as soon as it has other data', () => {
    const { rerender } = render(rendered(-1));
    expect(screen.getByText("The chart can't be shown.")).toBeVisible();
    expect(screen.getByText('The rest')).toBeVisible();
    rerender(rendered(7));
    expect(screen.getByText('Value 7')).toBeVisible();
  });

  it('is tried again by itself, and again, where nobody is there to press anything', async () => {
    jest.useFakeTimers();
    try {
      let isBroken = true;
      const Part = () => {
        if (isBroken) {
          throw new Error('broken');
        }
        return <p>All is well</p>;
      };
      const far = (
        <PartBoundary what="The wall" isFar>
          <Part />
        </PartBoundary>
      );
      const { rerender } = render(far);
      await act(() => jest.advanceTimersByTimeAsync(20_000));
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      // New data do not put it off.
      rerender(far);
      await act(() => jest.advanceTimersByTimeAsync(9_000));
      expect(screen.getByText("The wall can't be shown.")).toBeVisible();
      isBroken = false;
      await act(() => jest.advanceTimersByTimeAsync(1_000));
      expect(screen.getByText('All is well')).toBeVisible();
    } finally {
      jest.useRealTimers();
    }
  });

  it('may be tried again by hand', async () => {
    render(rendered(-1));
    await userEvent.click(await tryAgain());
    expect(screen.getByText("The chart can't be shown.")).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  });
});

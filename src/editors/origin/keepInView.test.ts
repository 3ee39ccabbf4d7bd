import { waitFor } from '@testing-library/react';

import '../../testing/jsdomLayout';
import { keepInView } from './keepInView';

const scrolled = jest.fn();

function content(html: string): HTMLElement {
  document.body.innerHTML = `<div>${html}</div>`;
  return document.body.firstElementChild as HTMLElement;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(() => {
  scrolled.mockClear();
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled(this.id);
  };
});

it('shows the row of a card, with its chart, and again when cards move', async () => {
  const root = content('<p id="row" data-row><i data-metric="a"></i></p><p data-row><i data-metric="b"></i></p>');
  const end = keepInView(root, 'a', { isWanted: () => true });
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith('row'));
  scrolled.mockClear();
  root.append(root.firstElementChild as Element);
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith('row'));
  end();
});

it('has a long list make its card', async () => {
  const root = content('<p data-metric="a"></p><p id="more" data-more></p>');
  const end = keepInView(root, 'z', { isWanted: () => true });
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith('more'));
  root.insertAdjacentHTML('beforeend', '<p id="card" data-metric="z"></p>');
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith('card'));
  end();
});

it.each(['wheel', 'pointerdown', 'keydown', 'touchmove'])('leaves who looks elsewhere alone: %s', async (event) => {
  const root = content('<p id="card" data-metric="a"></p>');
  keepInView(root, 'a', { isWanted: () => true });
  await waitFor(() => expect(scrolled).toHaveBeenCalled());
  scrolled.mockClear();
  root.dispatchEvent(new Event(event));
  root.append(document.createElement('p'));
  await nextFrame();
  await nextFrame();
  expect(scrolled).not.toHaveBeenCalled();
});

it('shows it once where that is enough, and never where it is not wanted', async () => {
  const root = content('<p id="card" data-metric="a"></p>');
  const onShown = jest.fn();
  keepInView(root, 'a', { isWanted: () => true, onShown });
  await waitFor(() => expect(onShown).toHaveBeenCalledTimes(1));
  scrolled.mockClear();
  const end = keepInView(root, 'a', { isWanted: () => false });
  root.append(document.createElement('p'));
  await nextFrame();
  await nextFrame();
  expect(scrolled).not.toHaveBeenCalled();
  expect(onShown).toHaveBeenCalledTimes(1);
  end();
});

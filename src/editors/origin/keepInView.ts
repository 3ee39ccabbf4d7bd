interface Keeping {
  /** Asked each time before anything is scrolled. */
  isWanted: () => boolean;
  /** Told once, when the card is in view: then it is left alone. Left out, it is kept in view. */
  onShown?: () => void;
}

/** What a person does to look elsewhere. */
const LOOKS_ELSEWHERE = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Brings the card of a metric into view, with its chart where it has one of its own, and its panel; and keeps it there
 * while charts load and states reorder the cards, until somebody scrolls the panel or presses something in it. Cards
 * that a long list has not made yet are made.
 *
 * @param root - The panel's content.
 * @param id - The metric's id.
 * @returns What ends it.
 */
export function keepInView(root: HTMLElement, id: string, { isWanted, onShown }: Keeping): () => void {
  let frame: number | undefined;
  const show = () => {
    frame = undefined;
    const card = [...root.querySelectorAll<HTMLElement>('[data-metric]')].find(({ dataset }) => dataset.metric === id);
    if (!isWanted()) {
      return;
    }
    if (card) {
      root.scrollIntoView({ block: 'nearest' });
      (card.closest('[data-row]') ?? card).scrollIntoView({ block: 'nearest' });
      if (onShown) {
        end();
        onShown();
      }
    } else {
      // The end of a long list: more of it is made when that comes into view.
      root.querySelector('[data-more]')?.scrollIntoView({ block: 'nearest' });
    }
  };
  const soon = () => {
    frame ??= requestAnimationFrame(show);
  };
  const cards = new MutationObserver(soon);
  const sizes = new ResizeObserver(soon);
  const end = () => {
    cards.disconnect();
    sizes.disconnect();
    if (frame !== undefined) {
      cancelAnimationFrame(frame);
    }
    LOOKS_ELSEWHERE.forEach((event) => root.removeEventListener(event, end));
  };
  LOOKS_ELSEWHERE.forEach((event) => root.addEventListener(event, end, { passive: true }));
  cards.observe(root, { childList: true, subtree: true });
  sizes.observe(root);
  soon();
  return end;
}

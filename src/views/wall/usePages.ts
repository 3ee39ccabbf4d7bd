import { useCallback, useEffect, useState } from 'react';

import { MINUTE } from '../../time/units';
import { isTyping } from './isTyping';

/** Which page is shown, and whether it stays. */
export interface Pages {
  /** Counted from 0. */
  page: number;
  isPaused: boolean;
  /** Changes with each page that is shown anew: the progress begins again with it. */
  turn: number;
  /** Changes whenever the first page is shown anew. */
  round: number;
}

/** Nobody comes back to a wall to let it go on. */
const LONGEST_PAUSE_MS = 5 * MINUTE;

/**
 * Turns the pages of a wall, one after the other, and by keyboard or remote control: the arrows and the keys for pages, tracks
 * and channels turn one, the space bar and the key for play stop it and let it go on, at the latest after five minutes.
 *
 * @param pages - how many there are, at least one
 * @param ms - how long one is shown
 * @param restart - something that is shown first whenever it changes: a new breach
 */
export function usePages(pages: number, ms: number, restart: string): Pages {
  const [state, setState] = useState({ page: 0, turn: 0, isPaused: false, restart, began: 0 });
  if (state.restart !== restart) {
    setState({ ...state, restart, page: 0, turn: state.turn + 1, began: state.turn + 1 });
  }
  const turnBy = useCallback((by: number) => {
    setState((before) => ({ ...before, page: before.page + by, turn: before.turn + 1 }));
  }, []);
  const { isPaused, turn } = state;
  useEffect(() => {
    if (pages === 1) {
      return undefined;
    }
    const timer = isPaused
      ? setTimeout(
          () => setState((before) => ({ ...before, isPaused: false, turn: before.turn + 1 })),
          LONGEST_PAUSE_MS
        )
      : setTimeout(() => turnBy(1), ms);
    return () => clearTimeout(timer);
  }, [pages, ms, isPaused, turn, turnBy]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const does = isTyping(event) ? undefined : KEYS[event.key];
      if (does === undefined || pages === 1) {
        return;
      }
      event.preventDefault();
      if (does === 'pause') {
        setState((before) => ({ ...before, isPaused: !before.isPaused, turn: before.turn + 1 }));
      } else {
        turnBy(does);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [pages, turnBy]);
  const round = state.began + Math.floor(state.page / pages);
  return { page: ((state.page % pages) + pages) % pages, isPaused, turn, round };
}

const KEYS: Readonly<Record<string, number | 'pause' | undefined>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 1,
  PageUp: -1,
  ChannelUp: 1,
  ChannelDown: -1,
  MediaTrackNext: 1,
  MediaTrackPrevious: -1,
  ' ': 'pause',
  MediaPlayPause: 'pause',
  MediaPause: 'pause',
  MediaPlay: 'pause',
};

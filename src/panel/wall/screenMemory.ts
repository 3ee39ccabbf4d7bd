import type { Heard } from '../../protocol/wall/wallSound';
import { readHeard } from '../../protocol/wall/wallSound';
import { storageOf } from '../responses/browserTools';

/** What a screen keeps of a wall over a reload of its page. Where the browser keeps nothing, nothing is kept. */
export interface ScreenMemory {
  heard: () => Heard | undefined;
  keepHeard: (heard: Heard) => void;
  isMuted: () => boolean;
  keepMuted: (isMuted: boolean) => void;
}

/** Somebody who mutes a screen means all of its walls. */
const MUTED = 'protocolops.wall.muted';

/**
 * The memory of the browser.
 *
 * @param wall - tells a wall from the others on the same screen
 */
export function screenMemory(wall: string): ScreenMemory {
  const storage = storageOf(() => window.localStorage);
  const name = `protocolops.wall.heard.${wall}`;
  return {
    heard: () => readHeard(parsed(attempt(() => storage?.getItem(name)))),
    keepHeard: (heard) => attempt(() => storage?.setItem(name, JSON.stringify(heard))),
    isMuted: () => attempt(() => storage?.getItem(MUTED)) === 'yes',
    keepMuted: (isMuted) => attempt(() => (isMuted ? storage?.setItem(MUTED, 'yes') : storage?.removeItem(MUTED))),
  };
}

/** A storage that is full, or was forbidden meanwhile, throws. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

function parsed(text: string | null | undefined): unknown {
  return attempt((): unknown => JSON.parse(text ?? 'null'));
}

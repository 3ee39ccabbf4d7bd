import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import type { Wall } from '../../protocol/wall/tellWall';
import type { Listening, SoundState } from '../../protocol/wall/wallSound';
import { beginListening, listen } from '../../protocol/wall/wallSound';
import { isTyping } from '../../views/wall/isTyping';
import type { ScreenMemory } from './screenMemory';
import { screenMemory } from './screenMemory';
import type { Speaker } from './speaker';
import { webSpeaker } from './speaker';

/** What sound needs of the browser. */
export interface SoundTools {
  speaker: () => Speaker | undefined;
  memory: (wall: string) => ScreenMemory;
}

const BROWSER: SoundTools = { speaker: webSpeaker, memory: screenMemory };

interface SoundOf {
  wall: Wall;
  /** What it shows is of now. */
  isCurrent: boolean;
  /** The panel's option. */
  isOn: boolean;
  /** It rests: what is new is taken note of, and not announced. */
  isQuiet: boolean;
  /** Tells this wall from the others on the same screen. */
  name: string;
}

/** Announces each new critical breach once by a short tone; the key M mutes this screen. */
export function useSound({ wall, isCurrent, isOn, isQuiet, name }: SoundOf, tools = BROWSER): SoundState | undefined {
  const memory = useMemo(() => tools.memory(name), [tools, name]);
  const [isMuted, setMuted] = useState(() => memory.isMuted());
  const speaker = useMemo(() => (isOn ? tools.speaker() : undefined), [isOn, tools]);
  useEffect(() => () => speaker?.close(), [speaker]);
  const subscribe = useCallback((listener: () => void) => speaker?.onChange(listener) ?? NEVER, [speaker]);
  const isAwake = useSyncExternalStore(subscribe, () => speaker?.isAwake() ?? false);
  const listening = useRef<Listening>();

  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    listening.current = beginListening(memory.heard(), Date.now());
    const onPress = (event: Event) => {
      speaker?.wake();
      if (event instanceof KeyboardEvent && MUTING.has(event.key) && !isTyping(event)) {
        setMuted((before) => !before);
      }
    };
    PRESSES.forEach((press) => document.addEventListener(press, onPress));
    return () => PRESSES.forEach((press) => document.removeEventListener(press, onPress));
  }, [isOn, speaker, memory]);

  useEffect(() => memory.keepMuted(isMuted), [memory, isMuted]);

  useEffect(() => {
    if (!isOn || !listening.current) {
      return;
    }
    const heard = listen(listening.current, wall, { isCurrent, isQuiet });
    if (heard.listening !== listening.current && isCurrent) {
      memory.keepHeard(heard.listening.heard);
    }
    listening.current = heard.listening;
    if (heard.isNew && !isMuted) {
      speaker?.play();
    }
  }, [isOn, wall, isCurrent, isQuiet, isMuted, memory, speaker]);

  if (!isOn) {
    return undefined;
  }
  return isMuted ? 'muted' : !speaker ? 'none' : isAwake ? 'on' : 'blocked';
}

const NEVER = () => undefined;

/** What browsers take for a press: a key, a mouse as it goes down, a finger as it is lifted. */
const PRESSES = ['keydown', 'pointerdown', 'pointerup'] as const;

/** On a keyboard, and on a remote control. */
const MUTING: ReadonlySet<string> = new Set(['m', 'M', 'AudioVolumeMute']);

/** What makes a wall heard. */
export interface Speaker {
  /** Whether the browser lets it sound: most ask that somebody presses something on the page first. */
  isAwake: () => boolean;
  /** Asks the browser for it, while somebody presses something. */
  wake: () => void;
  /** A short tone; nothing while it is not awake. */
  play: () => void;
  /** Calls back when it wakes or falls asleep, until what it returns is called. */
  onChange: (listener: () => void) => () => void;
  /** Ends it. */
  close: () => void;
}

/** Two short notes, the second lower: Hz, and from when to when, s. */
const NOTES = [
  { pitch: 880, from: 0, to: 0.16 },
  { pitch: 660, from: 0.2, to: 0.46 },
] as const;

const LOUDNESS = 0.25;

/** So long a note swells and fades, s: else it clicks. */
const EDGE = 0.02;

/** The speaker of the browser; undefined where it has none. */
export function webSpeaker(): Speaker | undefined {
  const audio = audioContext();
  if (!audio) {
    return undefined;
  }
  const quietly = (asked: Promise<void>) => void asked.catch(() => undefined);
  return {
    isAwake: () => audio.state === 'running',
    wake: () => quietly(audio.resume()),
    play: () => {
      if (audio.state === 'running') {
        NOTES.forEach((note) => playNote(audio, note));
      }
    },
    onChange: (listener) => {
      audio.addEventListener('statechange', listener);
      return () => audio.removeEventListener('statechange', listener);
    },
    close: () => quietly(audio.close()),
  };
}

/** Old browsers have none, and others refuse one more than they can serve. */
function audioContext(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch {
    return undefined;
  }
}

function playNote(audio: AudioContext, { pitch, from, to }: (typeof NOTES)[number]): void {
  const now = audio.currentTime;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, now + from);
  volume.gain.linearRampToValueAtTime(LOUDNESS, now + from + EDGE);
  volume.gain.setValueAtTime(LOUDNESS, now + to - EDGE);
  volume.gain.linearRampToValueAtTime(0, now + to);
  tone.connect(volume).connect(audio.destination);
  tone.start(now + from);
  tone.stop(now + to);
}

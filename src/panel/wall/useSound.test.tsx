import { act, fireEvent, renderHook } from '@testing-library/react';

import { WallTeller } from '../../protocol/wall/tellWall';
import type { Heard } from '../../protocol/wall/wallSound';
import { firingMetric, metricProtocol, now, NOW, protocol, SPAN } from '../../testing/metricProtocol';
import { screenMemory } from './screenMemory';
import type { Speaker } from './speaker';
import { webSpeaker } from './speaker';
import { useSound } from './useSound';

/** A browser in which a page is heard only once somebody has pressed something. */
function browser({ isAwake = false, hasSound = true } = {}) {
  const plays = jest.fn();
  let changed = () => {};
  const state = { isAwake, isMuted: false, heard: undefined as Heard | undefined, plays };
  const speaker: Speaker = {
    isAwake: () => state.isAwake,
    wake: () => {
      state.isAwake = true;
      changed();
    },
    play: plays,
    onChange: (listener) => {
      changed = listener;
      return () => undefined;
    },
    close: jest.fn(),
  };
  const memory = {
    heard: () => state.heard,
    keepHeard: (heard: Heard) => void (state.heard = heard),
    isMuted: () => state.isMuted,
    keepMuted: (isMuted: boolean) => void (state.isMuted = isMuted),
  };
  return { state, speaker, tools: { speaker: () => (hasSound ? speaker : undefined), memory: () => memory } };
}

const spans = { view: SPAN, judged: { ...SPAN, asked: NOW } };
const wallOf = (isCritical: boolean) => {
  const metrics = [
    isCritical
      ? firingMetric({ id: 'a', now: now({ state: 'firing', severity: 'critical', since: NOW }) })
      : metricProtocol({ id: 'a' }),
  ];
  const told = { protocol: protocol(metrics), ruled: [], stated: () => [], spans };
  return new WallTeller().tell({ panels: [{ id: 'p', told }], notRead: [] });
};

function rendered({ tools }: ReturnType<typeof browser>, { isOn = true, isCritical: atFirst = false } = {}) {
  const given = { isCurrent: true, isOn, isQuiet: false, name: 'wall' };
  const hook = renderHook(({ isCritical }) => useSound({ wall: wallOf(isCritical), ...given }, tools), {
    initialProps: { isCritical: atFirst },
  });
  return {
    state: () => hook.result.current,
    show: (isCritical: boolean) => hook.rerender({ isCritical }),
    unmount: hook.unmount,
  };
}

const press = (key: string) => fireEvent.keyDown(document, { key });

describe('the sound of a wall', () => {
  it('says that it waits for one press, by keyboard, by mouse or by a finger that is lifted, and then plays', () => {
    for (const wake of [
      () => press('ArrowRight'),
      () => fireEvent.pointerDown(document),
      () => fireEvent.pointerUp(document),
    ]) {
      const page = browser();
      const { state, show, unmount } = rendered(page);
      expect(state()).toBe('blocked');
      wake();
      expect(state()).toBe('on');
      show(true);
      expect(page.state.plays).toHaveBeenCalledTimes(1);
      show(true);
      expect(page.state.plays).toHaveBeenCalledTimes(1);
      unmount();
      expect(page.speaker.close).toHaveBeenCalled();
    }
  });

  it('is muted on this screen, which is remembered, and hears the same breach no more', () => {
    const page = browser({ isAwake: true });
    const first = rendered(page);
    press('m');
    expect(first.state()).toBe('muted');
    first.show(true);
    first.unmount();
    const second = rendered(page, { isCritical: true });
    expect(second.state()).toBe('muted');
    press('AudioVolumeMute');
    expect(second.state()).toBe('on');
    second.show(true);
    expect(page.state.plays).not.toHaveBeenCalled();
  });

  it('is not heard twice for one breach where the page is loaded anew', () => {
    jest.useFakeTimers({ now: NOW });
    try {
      const page = browser({ isAwake: true });
      const first = rendered(page);
      first.show(true);
      expect(page.state.plays).toHaveBeenCalledTimes(1);
      first.unmount();
      const second = rendered(page, { isCritical: true });
      second.show(true);
      second.show(false);
      expect(page.state.plays).toHaveBeenCalledTimes(1);
      second.show(true);
      expect(page.state.plays).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is nothing that nobody asked for', () => {
    const page = browser({ isAwake: true });
    const { state, show } = rendered(page, { isOn: false });
    show(true);
    expect(state()).toBeUndefined();
    expect(page.state.plays).not.toHaveBeenCalled();
  });

  it('says where a browser has none', () => {
    expect(rendered(browser({ hasSound: false })).state()).toBe('none');
    expect(webSpeaker()).toBeUndefined();
  });
});

describe('what a screen keeps', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is there after a reload, and is of each wall but for the mute', () => {
    const heard = { watchedUntil: NOW, seen: { a: NOW } };
    screenMemory('one').keepHeard(heard);
    screenMemory('one').keepMuted(true);
    expect(screenMemory('one').heard()).toEqual(heard);
    expect(screenMemory('two').heard()).toBeUndefined();
    expect(screenMemory('two').isMuted()).toBe(true);
    screenMemory('two').keepMuted(false);
    expect(screenMemory('one').isMuted()).toBe(false);
  });

  it('is nothing where the browser keeps nothing', () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      jest.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new Error('forbidden');
      });
    }
    const memory = screenMemory('one');
    act(() => memory.keepHeard({ watchedUntil: NOW, seen: {} }));
    memory.keepMuted(true);
    expect(memory.heard()).toBeUndefined();
    expect(memory.isMuted()).toBe(false);
  });
});

it('plays two short notes once the browser lets it', () => {
  const notes: number[] = [];
  const param = { value: 0, setValueAtTime: jest.fn(), linearRampToValueAtTime: jest.fn() };
  class FakeAudio extends EventTarget {
    state = 'suspended';
    currentTime = 0;
    destination = {};
    resume = () => {
      this.state = 'running';
      this.dispatchEvent(new Event('statechange'));
      return Promise.resolve();
    };
    close = () => Promise.resolve();
    createOscillator = () => ({
      frequency: param,
      connect: (next: unknown) => next,
      start: (at: number) => notes.push(at),
      stop: jest.fn(),
    });
    createGain = () => ({ gain: param, connect: jest.fn() });
  }
  Object.assign(window, { AudioContext: FakeAudio });
  try {
    const speaker = webSpeaker();
    const changed = jest.fn();
    speaker?.onChange(changed);
    speaker?.play();
    expect(notes).toEqual([]);
    speaker?.wake();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(speaker?.isAwake()).toBe(true);
    speaker?.play();
    expect(notes).toHaveLength(2);
    speaker?.close();
  } finally {
    Reflect.deleteProperty(window, 'AudioContext');
  }
});

// The playhead moves by stops, exactly back, and tells only who listens.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlayheadStore } from './playhead.ts';

const track = { end: 60, stops: () => [0, 5, 20, 60], flows: true };
const steps = { end: 2, stops: () => [0, 1, 2], flows: false };

/** Frames that come when the test says so. */
let frames: FrameRequestCallback[] = [];
const frame = (time: number) => {
  for (const callback of frames.splice(0)) callback(time);
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function playheadOn(on: typeof track) {
  const store = new PlayheadStore(0);
  store.follow(on);
  return { store, playhead: store.on(on) };
}

test('it steps from stop to stop to the end, and exactly back', () => {
  const { playhead } = playheadOn(track);
  const forth = [1, 2, 3, 4].map(() => {
    playhead.stepForward();
    return playhead.at();
  });
  expect(forth).toEqual([5, 20, 60, 60]);
  const back = [1, 2, 3, 4].map(() => {
    playhead.stepBack();
    return playhead.at();
  });
  expect(back).toEqual([20, 5, 0, 0]);
});

test('on a shorter clock it stands at the end, and on a longer one where it was wanted', () => {
  const { store, playhead } = playheadOn(track);
  playhead.seek(50);
  expect(store.on(steps).at()).toBe(2);
  expect(store.on(track).at()).toBe(50);
});

test('playing flows through a whole clock in nine seconds, and rests where it ends', () => {
  const { playhead } = playheadOn(track);
  const seen: number[] = [];
  playhead.subscribe(() => seen.push(playhead.at()));
  playhead.togglePlay();
  for (const time of [0, 3000, 6000]) frame(time);
  expect(seen).toEqual([0, 20, 40]);
  expect(playhead.restsAt()).toBe(0);
  frame(9000);
  expect([playhead.at(), playhead.isPlaying(), playhead.restsAt()]).toEqual([60, false, 60]);
  expect(frames).toEqual([]);
});

test('while it plays it follows a clock that becomes shorter', () => {
  const { store, playhead } = playheadOn(track);
  playhead.togglePlay();
  frame(0);
  frame(6000);
  store.follow({ end: 30, stops: () => [0, 30], flows: true });
  frame(6001);
  expect([playhead.at(), playhead.isPlaying()]).toEqual([30, false]);
});

test('where nothing flows, playing steps', () => {
  const { playhead } = playheadOn(steps);
  playhead.togglePlay();
  expect(playhead.at()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(playhead.at()).toBe(1);
  vi.advanceTimersByTime(1000);
  expect([playhead.at(), playhead.isPlaying()]).toEqual([2, false]);
});

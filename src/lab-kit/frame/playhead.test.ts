// The playhead moves by stops, exactly back, and tells only who listens.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlayheadStore, type Track } from './playhead.ts';
import { changeSpeed, SPEEDS, setSpeed, speedNow } from './speed.ts';

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
  setSpeed(1);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function playheadOn(on: Track, initial: number | null = 0) {
  const store = new PlayheadStore(initial);
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

test('a run is drawn as far as the playhead once a reader has moved it, and whole at the end and of a new run', () => {
  const { store, playhead } = playheadOn(track);
  expect(playhead.drawnTo()).toBeNull();
  playhead.follow({ start: 5, end: 20 });
  expect([playhead.at(), playhead.drawnTo()]).toEqual([5, null]);
  playhead.stepForward();
  expect([playhead.drawnTo(), playhead.hasStepped()]).toEqual([20, true]);
  playhead.follow({ start: 5, end: 20 });
  expect([playhead.drawnTo(), playhead.hasStepped()]).toEqual([5, false]);
  playhead.seek(60);
  expect(playhead.drawnTo()).toBeNull();
  playhead.seek(0);
  expect(playhead.drawnTo()).toBe(0);
  store.follow({ ...track });
  expect([playhead.at(), playhead.drawnTo()]).toEqual([0, null]);
  playhead.seek(20);
  playhead.open(5);
  expect([playhead.at(), playhead.drawnTo()]).toEqual([5, null]);
});

test('a new run is drawn as far as the playhead while that plays', () => {
  const { store, playhead } = playheadOn(track);
  playhead.togglePlay();
  frame(0);
  frame(3000);
  store.follow({ ...track });
  expect(playhead.drawnTo()).toBe(20);
});

test('on its way it is told in whole steps, and stopped there it rests on one', () => {
  const { playhead } = playheadOn({ ...track, whole: (at) => Math.round(at / 10) * 10 });
  playhead.togglePlay();
  frame(0);
  frame(3600);
  expect([playhead.at(), playhead.toldAt()]).toEqual([24, 20]);
  playhead.togglePlay();
  expect(playhead.at()).toBe(20);
});

test('it plays as fast as is set, from the next frame or step on', () => {
  const { playhead } = playheadOn(track);
  playhead.togglePlay();
  setSpeed(2);
  frame(0);
  frame(1500);
  expect(playhead.at()).toBe(20);
  setSpeed(0.5);
  frame(4500);
  expect(playhead.at()).toBe(30);
  const { playhead: stepped } = playheadOn(steps);
  stepped.togglePlay();
  vi.advanceTimersByTime(1999);
  expect(stepped.at()).toBe(0);
  vi.advanceTimersByTime(1);
  expect([stepped.at(), stepped.hasStepped()]).toEqual([1, true]);
  vi.advanceTimersByTime(1999);
  expect(stepped.at()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(stepped.at()).toBe(2);
});

test('the speed stays within its steps', () => {
  for (const speed of [2, 4, 4]) {
    changeSpeed(1);
    expect(speedNow()).toBe(speed);
  }
  for (const _ of SPEEDS) changeSpeed(-1);
  changeSpeed(-1);
  expect(speedNow()).toBe(0.25);
});

test('it stands where its track opens, also where a new one does, until a reader moves it', () => {
  const { store, playhead } = playheadOn({ ...track, opensAt: 20 }, null);
  expect([playhead.at(), playhead.opensAt()]).toEqual([20, 20]);
  expect(store.on({ ...track, opensAt: 40 }).at()).toBe(40);
  expect(store.on({ ...track, opensAt: Number.POSITIVE_INFINITY }).at()).toBe(60);
  playhead.seek(0);
  expect(store.on({ ...track, opensAt: 40 }).at()).toBe(0);
  playhead.open(null);
  expect(playhead.at()).toBe(20);
});

test('opened at an instant as it is told, it stands where that is exactly, until it is moved', () => {
  const exactly = { ...track, told: (at: number) => (at === 20.1 ? 20 : at) };
  const { playhead } = playheadOn(exactly);
  playhead.open(20.1);
  expect([playhead.at(), playhead.restsAt(), playhead.drawnTo()]).toEqual([20, 20, null]);
  playhead.seek(20.1);
  expect(playhead.at()).toBe(20.1);
});

test('what is shown plays in nine seconds, from the playhead or, where that is outside of it, from its beginning', () => {
  const { playhead } = playheadOn(track);
  playhead.show({ start: 30, end: 40 });
  playhead.togglePlay();
  expect(playhead.at()).toBe(30);
  frame(0);
  frame(4500);
  expect(playhead.at()).toBe(35);
  playhead.togglePlay();
  playhead.togglePlay();
  expect(playhead.at()).toBe(35);
});

test('a part of few instants is played through, however slowly', () => {
  const { playhead } = playheadOn(track);
  playhead.show({ start: 0, end: 2 });
  playhead.togglePlay();
  for (let time = 0; time <= 4500; time += 15) frame(time);
  expect(playhead.at()).toBe(1);
});

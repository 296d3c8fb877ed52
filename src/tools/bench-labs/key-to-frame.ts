// How long a reader waits for a page to follow a knob, and how long the page works for it, from a key to the frames.
import type { Locator, Page } from '@playwright/test';
import { busy, traceOf, type Work } from './trace-of.ts';

/** From a key to the first frame that shows something new, and to the last, ms. */
interface Followed {
  readonly first: number;
  readonly last: number;
}

/** What is measured of a control's keys, ms, key by key. */
export interface KeyTimes {
  /** What the page does for the first frame: without the wait for the screen's beat. */
  readonly work: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** What the page keeps of the last key, between two calls into it. */
interface Watched extends Window {
  followed?: Promise<Followed | null>;
}

/**
 * Presses arrow keys on a control, to its end and back, and times each that changed it, ms.
 *
 * The clock starts when the browser takes the key in. It is read when a frame has been painted after the first change
 * to the page, and again after the last. The wait for the screen's next frame, up to 17 ms, is in it: readers have it
 * too.
 *
 * @param control a slider, or a radio button that is checked
 */
export async function keyToFrame(page: Page, control: Locator, presses: number): Promise<KeyTimes> {
  await control.focus();
  const times: Followed[] = [];
  let key = 'ArrowLeft';
  const work = await traceOf(page, async () => {
    for (let press = 0; press < presses; press += 1) {
      await page.evaluate(watchNextKey);
      await page.keyboard.press(key);
      const time = await page.evaluate(() => (window as Watched).followed);
      if (time) times.push(time);
      // At its end a slider does not move.
      else key = key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    }
  });
  return {
    work: workOfKeys(work),
    first: times.map(({ first }) => first),
    last: times.map(({ last }) => last),
  };
}

/** What each key that changed a control took until its frame was handed to the compositor, ms. */
function workOfKeys(work: readonly Work[]): number[] {
  const ends = work.filter(({ name }) => name === 'Layerize');
  return work
    .filter(({ name, type }) => name === 'EventDispatch' && type === 'keydown')
    .flatMap((key) => {
      const changed = work.some(
        ({ type, start }) => type === 'input' && start >= key.start && start <= key.end,
      );
      const frame = ends.find(({ start }) => start >= key.end);
      return changed && frame !== undefined ? [busy(work, key.start, frame.end)] : [];
    });
}

/**
 * What the page works for each frame while it plays, ms, for a second.
 *
 * @param play the button that plays
 */
export async function workOfPlaying(page: Page, play: Locator): Promise<readonly number[]> {
  const work = await traceOf(page, async () => {
    await play.click();
    await page.evaluate(async () => {
      const until = performance.now() + 1000;
      while (performance.now() < until) await new Promise(requestAnimationFrame);
    });
  });
  const ends = work.filter(({ name }) => name === 'Layerize').map(({ end }) => end);
  return ends.slice(1).map((end, i) => busy(work, ends[i] as number, end));
}

/** In the page: makes `followed` a promise of what the next key takes, or of null when it changes nothing. */
function watchNextKey() {
  const STILL = 3;
  (window as Watched).followed = new Promise((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        let changed = false;
        let first: number | null = null;
        let last = 0;
        let still = 0;
        const observer = new MutationObserver(() => {
          changed = true;
        });
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        // A task that follows a frame's callbacks comes after the frame was painted.
        const { port1, port2 } = new MessageChannel();
        const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
        port1.onmessage = () => {
          still = changed ? 0 : still + 1;
          if (changed) {
            last = performance.now() - timeStamp;
            first ??= last;
          }
          changed = false;
          if (still < STILL) {
            nextFrame();
            return;
          }
          observer.disconnect();
          port1.close();
          resolve(first === null ? null : { first, last });
        };
        nextFrame();
      },
      { capture: true, once: true },
    );
  });
}

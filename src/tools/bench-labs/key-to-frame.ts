// What a page needs to follow a knob or to play: from a key to the frames that show what it changed, frame by frame.
import type { Locator, Page } from '@playwright/test';

/** From a key to the first frame that shows something new, and to the last, ms. */
export interface Followed {
  readonly first: number;
  readonly last: number;
}

/** What the page keeps of the last key, between two calls into it. */
interface Watched extends Window {
  followed?: Promise<Followed | null>;
}

/**
 * Presses arrow keys on a control, to its end and back, and times each that changed it, ms.
 *
 * The clock starts when the browser takes the key in. It is read when a frame has been painted after the first change
 * to the page, and again after the last.
 *
 * @param control a slider, or a radio button that is checked
 */
export async function keyToFrame(
  page: Page,
  control: Locator,
  presses: number,
): Promise<Followed[]> {
  await control.focus();
  const times: Followed[] = [];
  let key = 'ArrowLeft';
  for (let press = 0; press < presses; press += 1) {
    await page.evaluate(watchNextKey);
    await page.keyboard.press(key);
    const time = await page.evaluate(() => (window as Watched).followed);
    if (time) times.push(time);
    // At its end a slider does not move.
    else key = key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  }
  return times;
}

/** In the page: makes `followed` a promise of what the next key takes, or of null when it changes nothing. */
function watchNextKey() {
  /** Nothing follows any more, ms. */
  const STILL = 120;
  (window as Watched).followed = new Promise((resolve) => {
    let pressed: number | null = null;
    let changed = false;
    let lastChange = 0;
    let first: number | null = null;
    let last = 0;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp;
        lastChange = timeStamp;
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      },
      { capture: true, once: true },
    );
    // A task that follows a frame's callbacks comes after the frame was painted. Frames are asked for before the key
    // comes, too: a browser that has drawn nothing for a while takes its time for the first.
    const { port1, port2 } = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      const now = performance.now();
      if (changed && pressed !== null) {
        lastChange = now;
        last = now - pressed;
        first ??= last;
      }
      changed = false;
      if (pressed === null || now - lastChange < STILL) {
        nextFrame();
        return;
      }
      observer.disconnect();
      port1.close();
      resolve(first === null ? null : { first, last });
    };
    nextFrame();
  });
}

/**
 * The length of each frame while the page plays, ms: from one that was painted to the next.
 *
 * @param play the button that plays
 * @param frames at most so many
 */
export async function framesOfPlaying(
  page: Page,
  play: Locator,
  frames: number,
): Promise<readonly number[]> {
  await play.click();
  return page.evaluate(async (most) => {
    const found: number[] = [];
    const { port1, port2 } = new MessageChannel();
    const painted = () =>
      new Promise<number>((resolve) => {
        port1.onmessage = () => resolve(performance.now());
        requestAnimationFrame(() => port2.postMessage(null));
      });
    let before = await painted();
    while (found.length < most) {
      const now = await painted();
      found.push(now - before);
      before = now;
    }
    return found;
  }, frames);
}

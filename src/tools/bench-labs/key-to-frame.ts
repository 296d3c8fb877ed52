// How long a reader waits for a page to follow a knob: from a key on it to the frames that show what it changed.
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
 * to the page, and again after the last. The wait for the screen's next frame, up to 17 ms, is in it: readers have it
 * too.
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

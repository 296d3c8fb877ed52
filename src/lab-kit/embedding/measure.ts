// How high a lab is in a frame of a given width, as the frame itself says.
import { LTI_RESIZE } from './frame-height.ts';

/** A lab comes to life, and its curves follow: when it has said nothing new for so long, it is as high as it will be. ms */
const AT_REST = 600;
/** A lab that has said nothing so long after its page was loaded is lost, ms. */
const LOST = 3000;

/**
 * @param address of a lab's page for frames
 * @param width px
 * @returns px
 * @throws Error when the frame was loaded and says nothing
 */
export function heightInFrame(address: string, width: number): Promise<number> {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = '';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.style.cssText = `position: fixed; inset: 0 auto auto ${-2 * width}px; width: ${width}px; height: 900px; visibility: hidden`;
  const done = new AbortController();
  return new Promise<number>((resolve, reject) => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    frame.addEventListener('load', () => {
      resting ??= setTimeout(() => reject(new Error(`${address} said nothing.`)), LOST);
    });
    addEventListener(
      'message',
      ({ source, data }) => {
        if (source !== frame.contentWindow || data?.subject !== LTI_RESIZE) return;
        clearTimeout(resting);
        resting = setTimeout(() => resolve(data.height), AT_REST);
      },
      { signal: done.signal },
    );
    document.body.append(frame);
  }).finally(() => {
    done.abort();
    frame.remove();
  });
}

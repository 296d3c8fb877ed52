// Tells the page around an embedded lab how high the lab is, in the messages that common hosts know: iframe-resizer, LTI
// (Canvas, Moodle, Open edX), H5P. Once for each change, and again for a host that asks.

/** What iframe-resizer's host begins with: its name for the frame, the margin of old, whether widths count. */
const ASKED = /^\[iFrameSizer\]([^:]+):-?\d+:(?:true|false):/;

/** The message of LTI that says how high a frame's page is. */
export const LTI_RESIZE = 'lti.frameResize';

/** How iframe-resizer's host calls this frame, once it has asked. */
let frameName: string | undefined;
let height = 0;

const tell = (message: unknown) => window.parent.postMessage(message, '*');

/** @param why "init" answers the host's question, "size" tells of a change */
function tellResizer(why: 'init' | 'size') {
  if (frameName !== undefined) tell(`[iFrameSizer]${frameName}:${height}:${innerWidth}:${why}`);
}

function tellAll() {
  // Without the window's own height: a frame that has become higher must not ask for more.
  const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (now === height) return;
  height = now;
  tellResizer('size');
  tell({ subject: LTI_RESIZE, height });
  // Older hosts of H5P read the second name.
  tell({ context: 'h5p', action: 'resize', scrollHeight: height, height });
}

/** From now on, if this page stands in a frame. */
export function tellHeight(): void {
  if (window.parent === window) return;
  addEventListener('message', ({ source, data }) => {
    const [, name] = (source === window.parent && ASKED.exec(data)) || [];
    if (name === undefined) return;
    frameName = name;
    tellResizer('init');
  });
  new ResizeObserver(tellAll).observe(document.documentElement);
}

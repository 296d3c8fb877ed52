// WebKit, driven as its WebDriver is spoken to: by plain requests.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../src/tools/port.mjs';
import { framed } from './server.ts';
import { type Key, LIMIT, type Settings, type Tab, WIDTH } from './tab.ts';

const HEIGHT = 900;

/** The window gets no narrower, px: below this a page is shown in a frame. */
const NARROWEST = 450;

const KEYS: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
};

const KEEPER = fileURLToPath(new URL('./webkit-on-a-screen.mjs', import.meta.url));

/** A driver on a screen of its own. */
async function startDriver() {
  const { WEBKIT_DRIVER_PATH, XVFB_PATH } = process.env as Record<string, string>;
  const port = await freePort(4700 + 20 * Number(process.env.TEST_PARALLEL_INDEX));
  const keeper = spawn(
    process.execPath,
    [KEEPER, XVFB_PATH as string, WEBKIT_DRIVER_PATH as string, String(port)],
    // In a group of its own, so that a terminal's Ctrl-C leaves it to this process.
    { stdio: ['pipe', 'ignore', 'inherit'], detached: true },
  );
  const gone = new Promise<never>((_, reject) =>
    keeper.once('exit', () => reject(new Error('WebKitWebDriver or its screen has ended.'))),
  );
  gone.catch(() => {});
  const address = `http://127.0.0.1:${port}`;

  /** @throws Error when the driver says so, or says nothing for too long */
  async function command(method: string, path: string, body?: object): Promise<unknown> {
    const asked = fetch(address + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(LIMIT),
    });
    const answer = await Promise.race([asked, gone]);
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`WebKit, ${path}: ${value.error}. ${value.message}`);
    return value;
  }

  async function ready() {
    const until = Date.now() + LIMIT;
    for (;;) {
      try {
        return await command('GET', '/status');
      } catch (error) {
        if (Date.now() > until || keeper.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
  await ready();
  return {
    command,
    async end() {
      keeper.stdin.end();
      await gone.catch(() => {});
    },
  };
}

export async function openWebKit({ dark, scripts }: Settings, site: string): Promise<Tab> {
  const { command, end } = await startDriver();
  const args = [
    '--automation',
    ...(dark ? ['--dark-mode'] : []),
    ...(scripts ? [] : ['--enable-javascript=false']),
  ];
  const browser = { binary: process.env.WEBKIT_BROWSER_PATH, args };
  const { sessionId } = (await command('POST', '/session', {
    capabilities: {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser },
    },
  })) as { sessionId: string };
  const ask = (method: string, path: string, body?: object) =>
    command(method, `/session/${sessionId}${path}`, body);
  await ask('POST', '/timeouts', { script: LIMIT, pageLoad: LIMIT });

  const run = (script: string, ...given: unknown[]) =>
    ask('POST', '/execute/sync', { script, args: given });

  /** The size of a window counts its tool bar, which has to be measured. */
  async function resizeWindow(width: number) {
    const outer = (await ask('GET', '/window/rect')) as { width: number; height: number };
    const inner = (await run('return [innerWidth, innerHeight]')) as [number, number];
    await ask('POST', '/window/rect', {
      width: width + outer.width - inner[0],
      height: HEIGHT + outer.height - inner[1],
    });
  }
  await resizeWindow(WIDTH);

  const act = (actions: object[]) => ask('POST', '/actions', { actions });
  const mouse = (actions: object[]) =>
    act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);

  /** The mouse's way to the middle of an element that has been brought into view. */
  async function wayTo(selector: string) {
    const middle = (await run(
      `const element = document.querySelector(arguments[0]);
       element.scrollIntoView({ block: 'center', behavior: 'instant' });
       const [box] = element.getClientRects();
       return [box.left + box.width / 2, box.top + box.height / 2];`,
      selector,
    )) as [number, number];
    const [x, y] = middle.map(Math.round);
    return { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
  }

  let inFrame = false;
  return {
    async open(path, width = WIDTH) {
      if (inFrame) await ask('POST', '/frame', { id: null });
      inFrame = width < NARROWEST;
      await ask('POST', '/url', { url: site + (inFrame ? framed(path, width) : path) });
      if (inFrame) await ask('POST', '/frame', { id: 0 });
    },
    async resize(width) {
      if (!inFrame) return resizeWindow(width);
      await run('frameElement.width = arguments[0]', width);
    },
    look: (selector, look, given) =>
      run(
        `return (${look})([...document.querySelectorAll(arguments[0])], arguments[1])`,
        selector,
        given,
      ) as Promise<never>,
    press: async (key) => {
      const value = KEYS[key];
      await act([
        {
          type: 'key',
          id: 'keys',
          actions: [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ],
        },
      ]);
    },
    async click(selector) {
      await mouse([
        await wayTo(selector),
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    async hover(selector) {
      await mouse([await wayTo(selector)]);
    },
    print: () => Promise.reject(new Error('WebKitWebDriver has no command that prints.')),
    close: end,
  };
}

// Chromium and Firefox, driven by Playwright: Firefox as the system has it, over WebDriver BiDi.
import { type Browser, chromium, firefox, type Page } from '@playwright/test';
import { LIMIT, type Settings, type Tab, WIDTH } from './tab.ts';

const HEIGHT = 900;

async function tabOf(
  browser: Browser,
  site: string,
  how: Parameters<Browser['newContext']>[0],
  paper: Parameters<Page['pdf']>[0],
): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, ...how });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const resize = (width: number) => page.setViewportSize({ width, height: HEIGHT });
  return {
    resize,
    async open(path, width = WIDTH) {
      if (page.viewportSize()?.width !== width) await resize(width);
      await page.goto(site + path);
    },
    look: (selector, look, given) =>
      // As text, and not with a locator: without scripts Firefox can do no more.
      page.evaluate(
        `(${look})([...document.querySelectorAll(${JSON.stringify(selector)})], ${JSON.stringify(given)})`,
      ),
    press: (key) => page.keyboard.press(key),
    click: (selector) => page.locator(selector).first().click(),
    hover: (selector) => page.locator(selector).first().hover(),
    print: () => page.pdf(paper),
    close: () => browser.close(),
  };
}

/** Shows classic scroll bars, which take room from the page. */
export async function openChromium({ dark, scripts }: Settings, site: string): Promise<Tab> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: ['--disable-quic', '--no-first-run', '--disable-background-networking'],
    // Chromium's sandbox does not work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: LIMIT,
  });
  const how = { colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: scripts } as const;
  return tabOf(browser, site, how, { format: 'A4' });
}

export async function openFirefox({ dark, scripts }: Settings, site: string): Promise<Tab> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: process.env.FIREFOX_PATH,
    firefoxUserPrefs: {
      'javascript.enabled': scripts,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      // Scroll bars that take room from the page.
      'widget.gtk.overlay-scrollbars.enabled': false,
    },
    timeout: LIMIT,
  });
  // Of these inches it makes centimetres.
  return tabOf(browser, site, {}, { width: '21in', height: '29.7in' });
}

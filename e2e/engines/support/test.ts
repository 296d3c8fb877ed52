// The test of all engines: gives a tab of the engine's browser, which is kept from test to test, since to start one
// takes longer than most tests, and has forgotten what was done in it. A test fails when its pages complain.
import { test as base, expect } from '@playwright/test';
import { openChromium, openFirefox } from './by-playwright.ts';
import { openWebKit } from './by-webdriver.ts';
import { BLANK, COMPLAINTS, type Site, serveSite } from './server.ts';
import type { Settings, Tab } from './tab.ts';

export { expect };

const OPEN = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export type Engine = keyof typeof OPEN;

interface OfWorker {
  engine: Engine;
  site: Site;
  /** The tab of a browser with these settings; one with others is closed. */
  tabWith: (settings: Settings) => Promise<Tab>;
}

export const test = base.extend<{ settings: Settings; tab: Tab }, OfWorker>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  settings: [{ dark: false, scripts: true }, { option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
    async ({}, use) => {
      const site = await serveSite();
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  tabWith: [
    async ({ engine, site }, use) => {
      let open: { settings: string; tab: Tab } | undefined;
      await use(async (settings) => {
        const wanted = JSON.stringify(settings);
        if (open?.settings === wanted) return open.tab;
        await open?.tab.close();
        open = undefined;
        const tab = await OPEN[engine](settings, site.origin);
        open = { settings: wanted, tab };
        return tab;
      });
      await open?.tab.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ tabWith, site, settings }, use) => {
    const tab = await tabWith(settings);
    await tab.open(BLANK);
    await tab.look(
      'html',
      () => {
        localStorage.clear();
        sessionStorage.clear();
      },
      null,
    );
    site.missing.length = 0;
    await use(tab);
    const complaints = await tab.look('html', (_, key) => sessionStorage.getItem(key), COMPLAINTS);
    expect(complaints ?? '', 'what the pages complained of').toBe('');
    expect(site.missing, 'what they asked for in vain').toEqual([]);
  },
});

// Browser tests: one Chromium, against the site as it was built.
import { defineConfig } from '@playwright/test';
import { findChromium } from './src/tools/chromium.mjs';
import { freePort } from './src/tools/port.mjs';

// Workers read this file too: the browser and the port that the first reading found hold for all.
process.env.CHROMIUM_PATH ??= findChromium();
process.env.E2E_PORT ??= String(await freePort(4400));
const port = Number(process.env.E2E_PORT);

export default defineConfig({
  testDir: 'e2e',
  // What runs in other engines too has a configuration of its own.
  testIgnore: /[\\/]e2e[\\/]engines[\\/]/,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // For a machine that has much else to do: no test waits for time to pass, and some go through a long page.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      // Chromium's sandbox does not work for root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: {
    command: `astro preview --host 127.0.0.1 --port ${port} --ignore-lock`,
    // Without the first, Astro detaches its server when it takes its caller for a program.
    env: { ASTRO_PREVIEW_BACKGROUND: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    url: `http://127.0.0.1:${port}/`,
  },
});

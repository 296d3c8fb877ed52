// The core of the browser tests, in every engine that is here.
import { defineConfig } from '@playwright/test';
import { engines } from '../../src/tools/engines.mjs';
import type { Engine } from './support/test.ts';

const found = engines();
for (const { env } of found) Object.assign(process.env, env);

export default defineConfig<object, { engine: Engine }>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // For a machine that has much else to do. A browser that hangs ends its test, and all together ends too.
  timeout: 180_000,
  globalTimeout: 1_200_000,
  expect: { timeout: 30_000 },
  projects: found
    .filter(({ env }) => env !== undefined)
    .map(({ id }) => ({ name: id, use: { engine: id } })),
});

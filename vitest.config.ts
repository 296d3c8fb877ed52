/// <reference types="vitest/config" />
// Unit tests: beside what they test, under src/ and labs/.
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'labs/**/*.test.ts'],
    // No test changes what another one imports, and most of a file's time would go into importing it all again.
    isolate: false,
    maxWorkers: '100%',
    // Node runs the package as it is: as modules of Vitest's own, where each name that is imported is looked up at each
    // use, its long runs take twice as long.
    server: { deps: { external: [/\/src\/simulation\/(?!.*\.test\.ts)/] } },
    // For a machine that has much else to do: no test waits for time to pass.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

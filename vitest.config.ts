/// <reference types="vitest/config" />
// Unit tests: beside what they test, under src/ and labs/.
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: { include: ['src/**/*.test.{ts,tsx}', 'labs/**/*.test.ts'] },
});

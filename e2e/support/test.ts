// The test that all browser tests use: it fails when the page complains, breaks its policy, or asks another origin.
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL) {
          complaints.push(`request to another origin: ${request.url()}`);
        }
      });
      await page.exposeFunction('reportViolation', (violation: string) =>
        complaints.push(`content security policy: ${violation}`),
      );
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = (window as unknown as { reportViolation: (text: string) => void })
            .reportViolation;
          report(`${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`);
        });
      });
      await use(complaints);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});

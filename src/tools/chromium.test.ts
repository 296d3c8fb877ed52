// The order in which a Chromium is sought.
import { expect, it, vi } from 'vitest';
import { findChromium } from './chromium.mjs';

/** A machine with these files, where a package of Debian's would bring another. */
function machine(files: string[], { env = {}, debians = [] as string[] } = {}) {
  const there = new Set(files);
  const installDebians = vi.fn(() => {
    for (const file of debians) there.add(file);
    return debians.length > 0;
  });
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path: string) => there.has(path),
    playwrights: () => '/cache/playwright/chrome',
    installDebians,
  };
}

const PLAYWRIGHTS = '/cache/playwright/chrome';
const SYSTEMS = '/usr/bin/chromium';

it('takes the one that is named before any other', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium' };
  expect(findChromium(machine(['/opt/chromium', PLAYWRIGHTS, SYSTEMS], { env }))).toBe(
    '/opt/chromium',
  );
});

it('does not pass over a name that leads nowhere', () => {
  const env = { CHROMIUM_PATH: '/opt/none' };
  expect(() => findChromium(machine([SYSTEMS], { env }))).toThrow(
    'CHROMIUM_PATH is /opt/none, where there is no file.',
  );
});

it('takes Playwright’s own before the system’s', () => {
  expect(findChromium(machine([PLAYWRIGHTS, SYSTEMS]))).toBe(PLAYWRIGHTS);
});

it('takes the system’s without installing another', () => {
  const one = machine([SYSTEMS], { debians: ['/usr/local/bin/chromium'] });
  expect(findChromium(one)).toBe(SYSTEMS);
  expect(one.installDebians).not.toHaveBeenCalled();
});

it('takes a headless shell before a whole browser, in whichever folder it is', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  expect(findChromium(machine(['/usr/local/bin/chromium', shell]))).toBe(shell);
});

it('installs Debian’s where it can', () => {
  expect(findChromium(machine([], { debians: [SYSTEMS] }))).toBe(SYSTEMS);
});

it('says what to run when there is none', () => {
  expect(() => findChromium(machine([]))).toThrow('npx playwright install chromium');
});

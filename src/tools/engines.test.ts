// Where Firefox and WebKit are sought, and what is said when they are not there.
import { expect, it } from 'vitest';
import { findFirefox } from './firefox.mjs';
import { findWebKit } from './webkit.mjs';

const machine = (files: string[], env = {}) => ({
  env: { PATH: '/usr/local/bin:/usr/bin', ...env },
  exists: (path: string) => files.includes(path),
});

const SYSTEMS = '/usr/bin/firefox-esr';
const WEBKITS = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];
const BROWSER = '/usr/libexec/webkit2gtk-4.1/MiniBrowser';

it('takes the Firefox that is named before the system’s', () => {
  const env = { FIREFOX_PATH: '/opt/firefox' };
  expect(findFirefox(machine([SYSTEMS, '/opt/firefox'], env))).toEqual(env);
  expect(findFirefox(machine([SYSTEMS]))).toEqual({ FIREFOX_PATH: SYSTEMS });
});

it('does not pass over a name that leads nowhere', () => {
  expect(() => findFirefox(machine([SYSTEMS], { FIREFOX_PATH: '/opt/none' }))).toThrow(
    'FIREFOX_PATH is /opt/none, where there is no file',
  );
});

it('says what brings a Firefox', () => {
  expect(() => findFirefox(machine([]))).toThrow(
    /^no Firefox was found; .*`apt-get install .* firefox-esr`/,
  );
});

it('takes the system’s WebKit: its driver, its browser, and a screen', () => {
  expect(findWebKit(machine([...WEBKITS, BROWSER]))).toEqual({
    WEBKIT_DRIVER_PATH: WEBKITS[0],
    WEBKIT_BROWSER_PATH: BROWSER,
    XVFB_PATH: WEBKITS[1],
  });
});

it('names the part of WebKit that is not there, and what brings it', () => {
  const lack = (files: string[]) => () => findWebKit(machine(files));
  expect(lack([])).toThrow(/^no WebKitWebDriver was found; .*`apt-get .* xvfb webkit2gtk-driver`/);
  expect(lack(WEBKITS)).toThrow(/^no MiniBrowser was found; /);
  expect(lack(['/usr/bin/WebKitWebDriver', BROWSER])).toThrow(/^no Xvfb was found; /);
});

// Where the site will lie: what BASE_PATH and SITE_URL may say, and what is said of anything else.
import { expect, it } from 'vitest';
import { siteAddress } from './site-address.mjs';

it('is the root, and no host, where nothing is said', () => {
  const nowhere = { base: '/', site: undefined };
  expect(siteAddress({})).toEqual(nowhere);
  expect(siteAddress({ BASE_PATH: '', SITE_URL: '' })).toEqual(nowhere);
});

it.each(['/lessons/', 'lessons', '/lessons', 'lessons/', '//lessons//'])(
  'is one folder, however its slashes are set: %s',
  (path) => {
    expect(siteAddress({ BASE_PATH: path }).base).toBe('/lessons/');
  },
);

it('keeps folders in folders, and the host’s port', () => {
  const env = { BASE_PATH: '/a/b-1.2_~c/', SITE_URL: 'https://example.org:8443/' };
  expect(siteAddress(env)).toEqual({ base: '/a/b-1.2_~c/', site: 'https://example.org:8443' });
});

it.each([
  [
    'C:/Program Files/Git/lessons/',
    'a path on a disk: Git Bash makes one of whatever begins with a slash; BASE_PATH=lessons/ without a slash at its beginning would do.',
  ],
  [
    'C:\\msys64\\a\\b\\',
    'a path on a disk: Git Bash makes one of whatever begins with a slash; BASE_PATH=a/b/ without',
  ],
  ['D:/somewhere', 'a path on a disk'],
  [
    'https://example.org/x/',
    'an address, where a folder of the host belongs; SITE_URL=https://example.org BASE_PATH=/x/ would do.',
  ],
  [
    '/x/ ',
    'with " " in it; folders of letters a to z, digits, and - . _ ~, as in /lessons/, would do.',
  ],
  ['\\lessons\\', 'with "\\\\" in it'],
  ['"/lessons/"', 'with "\\"" in it'],
  ['/größer/', 'with "ö" in it'],
  ['/a/../b/', 'with ".." in it'],
  ['/x/?y=1', 'with "?" in it'],
])('refuses the folder %j', (path, why) => {
  expect(() => siteAddress({ BASE_PATH: path })).toThrow(
    `BASE_PATH: found ${JSON.stringify(path)}, ${why}`,
  );
});

it.each([
  ['example.org', 'which does not begin with http:// or https://; https://example.org would do.'],
  ['ftp://example.org', 'which does not begin with http:// or https://; https://example.org would'],
  [
    'https://example.org/lessons',
    'which names a folder too; SITE_URL=https://example.org BASE_PATH=/lessons/ would do.',
  ],
  [
    'https://example.org/?a=b',
    "which is more than a host's address; https://example.org would do.",
  ],
])('refuses the host %j', (url, why) => {
  expect(() => siteAddress({ SITE_URL: url })).toThrow(
    `SITE_URL: found ${JSON.stringify(url)}, ${why}`,
  );
});

// @ts-check
// Finds a WebKit for the core of the browser tests: WebKitGTK's driver, the one named or the system's, its browser, and
// a screen to show it on.
import { findProgram } from './programs.mjs';

const BRINGS =
  'on Debian `apt-get install -y --no-install-recommends xvfb webkit2gtk-driver` brings it';

/** Debian's names for the processors that it is built for. */
const PROCESSORS = { x64: 'x86_64', arm64: 'aarch64' };

/** Where the driver's browser lies, by whose package it is. */
const browsers = () => {
  const processor = PROCESSORS[/** @type {keyof typeof PROCESSORS} */ (process.arch)];
  const folders = [`/usr/lib/${processor}-linux-gnu`, '/usr/libexec', '/usr/lib', '/usr/lib64'];
  return folders.flatMap((folder) =>
    ['4.1', '6.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
  );
};

/**
 * @param {import('./programs.mjs').Machine} machine
 * @throws {Error} when a part of it is not there, with the command that brings it
 */
export const findWebKit = (machine) => {
  /** @param {string} variable @param {string} what @param {readonly string[]} names */
  const find = (variable, what, names) =>
    findProgram(
      machine,
      variable,
      names,
      `no ${what} was found; ${BRINGS}, or ${variable} names one`,
    );
  return {
    WEBKIT_DRIVER_PATH: find('WEBKIT_DRIVER_PATH', 'WebKitWebDriver', ['WebKitWebDriver']),
    WEBKIT_BROWSER_PATH: find('WEBKIT_BROWSER_PATH', 'MiniBrowser', browsers()),
    XVFB_PATH: find('XVFB_PATH', 'Xvfb', ['Xvfb']),
  };
};

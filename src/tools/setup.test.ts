// When the dependencies are installed, and on which Node.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsInstall, noteInstall, tooOld } from './setup.mjs';

describe('needsInstall', () => {
  let root = '';
  const lock = (text: string) => writeFileSync(join(root, 'package-lock.json'), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'interleave-setup-'));
    mkdirSync(join(root, 'node_modules'));
    lock('one');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is so before any installation', () => {
    expect(needsInstall(root)).toBe(true);
  });

  it('is not so after one', () => {
    noteInstall(root);
    expect(needsInstall(root)).toBe(false);
  });

  it('is so again when the lock has changed', () => {
    noteInstall(root);
    lock('two');
    expect(needsInstall(root)).toBe(true);
  });

  it('is so again when the modules were removed', () => {
    noteInstall(root);
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(needsInstall(root)).toBe(true);
  });
});

describe('tooOld', () => {
  it('accepts the oldest and later ones', () => {
    expect([tooOld('20.0.0', 20), tooOld('26.10.0', 20)]).toEqual([undefined, undefined]);
  });

  it('names what was found and what would do', () => {
    expect(tooOld('18.20.8', 20)).toBe('Found Node 18.20.8; Node 20 or newer is needed.');
  });
});

// When the dependencies are installed, and on which Node.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNode, needsInstall, noteInstall } from './setup.mjs';

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

describe('findNode', () => {
  let modules = '';
  const own = '/usr/bin/node';
  /** A Node that comes with the modules, and its link among the commands. */
  const bring = (text: string) => {
    for (const folder of ['.bin', 'node-any-any/bin']) {
      mkdirSync(join(modules, folder), { recursive: true });
    }
    const node = join(modules, 'node-any-any', 'bin', 'node');
    writeFileSync(node, text, { mode: 0o755 });
    symlinkSync(node, join(modules, '.bin', 'node'));
    return node;
  };

  beforeEach(() => {
    modules = mkdtempSync(join(tmpdir(), 'interleave-modules-'));
  });
  afterEach(() => rmSync(modules, { recursive: true }));

  it.skipIf(process.platform === 'win32')('takes the one that comes with the modules', () => {
    const node = bring('#!/bin/sh\nexit 0\n');
    expect(findNode({ modules, own, version: '20.20.2' })).toBe(node);
  });

  it('takes the system’s where none comes', () => {
    expect(findNode({ modules, own, version: '26.0.0' })).toBe(own);
  });

  it('takes the system’s where the other cannot run, and shells take it too', () => {
    bring('#!/lib/of-another-system/ld.so\n');
    expect(findNode({ modules, own, version: '27.1.0' })).toBe(own);
    expect(readdirSync(join(modules, '.bin'))).toEqual([]);
  });

  it('says what was found and what would do where neither will', () => {
    expect(() => findNode({ modules, own, version: '22.9.0' })).toThrow(
      `The project brings no Node that runs on this ${process.platform} ${process.arch}, and the system's is 22.9.0: Node 26 or newer would do.`,
    );
  });
});

// The library simjs, which has no types and leaves its classes on a browser's window, made fit to be imported.
import { createRequire } from 'node:module';

interface Request {
  done(callback: () => void): void;
}

interface Sim {
  simulate(endTime: number): boolean;
  addEntity<E, Rest extends unknown[]>(
    Class: (new (sim: Sim, name: string) => E) & { prototype: { start(...rest: Rest): void } },
    name: string,
    ...rest: Rest
  ): E;
}

interface Entity {
  time(): number;
  setTimer(duration: number): Request;
}

interface Library {
  readonly Sim: new () => Sim;
  readonly Entity: new (sim: Sim, name: string) => Entity;
}

function load(): Library {
  const window: { Sim?: Library } = {};
  Object.assign(globalThis, { window });
  createRequire(import.meta.url)('simjs');
  Reflect.deleteProperty(globalThis, 'window');
  if (window.Sim === undefined) throw new Error('simjs has left nothing on the window.');
  return window.Sim;
}

export const { Sim, Entity } = load();

// All labs, found by their folders: adding labs/<id>/index.ts is all it takes.
import type { AnyLab } from './lab.ts';

const modules = import.meta.glob<AnyLab>('/labs/*/index.ts', { eager: true, import: 'default' });

/** Every lab by its id. */
export const labs: ReadonlyMap<string, AnyLab> = new Map(
  Object.entries(modules).map(([path, lab]) => {
    const folder = path.split('/')[2] as string;
    if (lab.id !== folder) {
      throw new Error(`${path}: found id "${lab.id}"; it must be the folder's name, "${folder}".`);
    }
    return [lab.id, lab];
  }),
);

/**
 * The lab of this id.
 *
 * @throws Error naming the labs there are
 */
export function labById(id: string): AnyLab {
  const lab = labs.get(id);
  if (lab === undefined) {
    throw new Error(`There is no lab "${id}"; the labs are ${[...labs.keys()].join(', ')}.`);
  }
  return lab;
}

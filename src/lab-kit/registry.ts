// All labs, found by their folders: adding labs/<id>/index.ts is all it takes.
import { tellMistakes } from '../mistakes/mistakes.ts';
import { wrongInDeclaration } from './check-lab.ts';
import type { AnyLab } from './lab.ts';

/** A lab with the styles that it brings, as Astro collects them. */
interface Entry {
  getMod(): Promise<{ default?: AnyLab }>;
  /** Addresses of style sheets. */
  readonly collectedLinks: readonly string[];
  /** Small ones as they are; of the development server all, each with its name. */
  readonly collectedStyles: readonly (string | { readonly content: string })[];
}

/** By this query, with which it imports chapters, Astro keeps what a module brings off the pages that import it. */
const modules = import.meta.glob<Entry>('/labs/*/index.ts', {
  query: '?astroPropagatedAssets',
  import: 'default',
});

const entries = await Promise.all(
  Object.entries(modules).map(async ([path, load]) => {
    const entry = await load();
    const { default: lab } = await entry.getMod();
    if (lab === undefined) {
      throw new Error(`${path}: found no default export; defineLab({…}) would do.`);
    }
    const folder = path.split('/')[2] as string;
    if (lab.id !== folder) {
      throw new Error(`${path}: found id "${lab.id}"; it must be the folder's name, "${folder}".`);
    }
    tellMistakes(wrongInDeclaration(lab));
    return { lab, entry };
  }),
);

/** Every lab by its id. */
export const labs: ReadonlyMap<string, AnyLab> = new Map(entries.map(({ lab }) => [lab.id, lab]));

/** The style sheets that a lab and its figures bring: their addresses, and those that are small. */
export function stylesOf(id: string): { links: readonly string[]; styles: readonly string[] } {
  const entry = entries.find(({ lab }) => lab.id === id)?.entry;
  const styles = entry?.collectedStyles ?? [];
  return {
    links: entry?.collectedLinks ?? [],
    styles: styles.map((style) => (typeof style === 'string' ? style : style.content)),
  };
}

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

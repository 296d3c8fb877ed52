// The lab of an island: when the site is built all are there; in a browser each is loaded by itself, where it is shown.
import { use } from 'react';
import type { AnyLab } from './lab.ts';

/** Only a browser's: a page that is built takes each lab with its styles apart. */
const modules = import.meta.env.SSR
  ? {}
  : import.meta.glob<AnyLab>('/labs/*/index.ts', { import: 'default' });

const there = new Map<string, AnyLab>();

/** A lab by its id, in a browser. @throws Error when its code cannot be loaded */
export async function loadLab(id: string): Promise<AnyLab> {
  const lab = await modules[`/labs/${id}/index.ts`]?.();
  if (lab === undefined) throw new Error(`There is no lab "${id}".`);
  there.set(id, lab);
  return lab;
}

if (import.meta.env.SSR) {
  const { labs } = await import('./registry.ts');
  for (const [id, lab] of labs) there.set(id, lab);
}

const loading = new Map<string, Promise<AnyLab>>();

/** What is said of a lab's island whose code does not come, as Astro says it of the island's own. */
const LOST = 'astro:hydration-error';

/** The lab, once it is there. Where it does not come, the page as it was built stays, and is told so. */
function arrival(id: string): Promise<AnyLab> {
  const known = loading.get(id);
  if (known !== undefined) return known;
  const coming = loadLab(id).catch((error: unknown) => {
    console.error(error);
    for (const island of document.querySelectorAll(`[data-of-lab="${id}"] astro-island`)) {
      island.dispatchEvent(new CustomEvent(LOST, { bubbles: true }));
    }
    return new Promise<AnyLab>(() => {});
  });
  loading.set(id, coming);
  return coming;
}

/**
 * The lab of this id. An island that waits for it stays as it was built: there is no Suspense boundary, which React
 * would leave out of the page at build when what is in it is large (react#34966).
 */
export const useLabOf = (id: string): AnyLab => there.get(id) ?? use(arrival(id));

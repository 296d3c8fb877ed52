// The labs as they are declared, for tools and tests outside the site: found and loaded as the site's build does it.
import { runnerImport } from 'vite';
import type { AnyLab } from '../lab-kit/lab.ts';
import { ROOT } from './setup.mjs';

/** What Astro makes of a lab beside its styles. */
const ENTRY = /\?astroPropagatedAssets$/;

/** Declarations bring their styles along, which nobody sees here. */
const WITHOUT_STYLES = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id: string) => (id.endsWith('.css') ? '\0no-styles' : undefined),
  load: (id: string) => {
    if (id === '\0no-styles') return 'export default {}';
    if (!ENTRY.test(id)) return undefined;
    return `export default { getMod: () => import(${JSON.stringify(id.replace(ENTRY, ''))}) }`;
  },
} as const;

/** All labs there are, in the order of their ids. @throws Error as the declarations do */
export async function readLabs(): Promise<AnyLab[]> {
  const { module } = await runnerImport<{ labs: ReadonlyMap<string, AnyLab> }>(
    `${ROOT}/src/lab-kit/registry.ts`,
    { configFile: false, root: ROOT, logLevel: 'error', plugins: [WITHOUT_STYLES] },
  );
  return [...module.labs.values()].sort((a, b) => a.id.localeCompare(b.id));
}

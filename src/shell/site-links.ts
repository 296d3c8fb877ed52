// The parts of the site, as its header and its phone menu name them.
import { href } from '../lab-kit/site.ts';

export const siteLinks = [
  { label: 'Lesson', to: href('') },
  { label: 'Labs', to: href('labs/') },
  { label: 'Teach', to: href('teach/') },
  { label: 'Contribute', to: href('contribute/') },
] as const;

/** The part that a path belongs to: chapters and the landing page are the lesson. */
export function partOf(path: string): string {
  const part = siteLinks.slice(1).find(({ to }) => path.startsWith(to));
  return part?.label ?? 'Lesson';
}

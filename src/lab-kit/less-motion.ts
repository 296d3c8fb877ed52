// Whether the reader has asked their system for less motion.

const query = () => matchMedia('(prefers-reduced-motion: reduce)');

export const wantsLessMotion = (): boolean => query().matches;

/** Calls `listener` whenever that changes. @returns how to stop that */
export function onLessMotion(listener: () => void): () => void {
  const asked = query();
  asked.addEventListener('change', listener);
  return () => asked.removeEventListener('change', listener);
}

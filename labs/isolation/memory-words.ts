// What is written in the drawing of the address spaces.
import { bytes } from './bytes.ts';
import { type Handing, hopsFor, PIPE, type Setting, STRAY, type Thread } from './handing.ts';
import { type Memory, messagePage, type Page, type Process } from './memory.ts';

/** "A, B and C" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What is said of a process beside its name. */
export function processSaid({ ended, threads }: Process, { processes }: Memory): string {
  if (ended) return 'has ended';
  if (processes.some((other) => other.ended)) return 'goes on';
  return threads.length === 1 ? `thread ${threads[0]}` : `threads ${listed(threads)}`;
}

/** What a page holds, in the words of its row. */
export const pageSaid = ({ holds, hit }: Page) =>
  hit === 'stopped' ? `${holds} is here: stopped` : holds;

/** Who points at a page: "A and B point here"; '' for nobody. */
export const pointersSaid = ({ from }: Page) =>
  from.length === 0 ? '' : `${listed(from)} ${from.length === 1 ? 'points' : 'point'} here`;

/** What leads through the wall between two processes. */
export function linkSaid({ c, size }: Setting): { name: string; does: string } {
  if (c === 'mapping') return { name: 'shared mapping', does: 'one memory, two page numbers' };
  return {
    name: 'pipe',
    does: hopsFor(size) > 1 ? `two copies, ${bytes(PIPE)} a time` : 'the kernel copies twice',
  };
}

/** What a thread has, has done last, or has come to. */
export function threadSaid(
  setting: Setting,
  { steps, ended, hops }: Handing,
  at: number,
  thread: Thread,
): string {
  const made = steps.slice(0, at);
  const own = made.findLast((step) => step.thread === thread)?.deed.kind;
  const written = made.some(({ deed }) => deed.kind === 'write');
  if (thread !== 'A' && written && ended.includes(thread)) return 'ended with it';
  if (own === 'write') return `wrote to ${setting.write === 'stack' ? 'B’s stack' : 'page 5'}`;
  if (own === 'read-total') return `read total ${STRAY}`;
  if (own === 'read-balance') return 'read 500, untouched';
  if (own === 'read-message' && written) return `read order ${STRAY}`;
  if (thread === 'C' && setting.c === 'process') {
    const out = made.filter(({ deed }) => deed.kind === 'copy-out').length;
    if (out === 0) return 'has no m';
    return out === hops ? 'has its own m' : 'has a part of m';
  }
  const has =
    thread === 'A'
      ? made.some(({ deed }) => deed.kind === 'make')
      : made.some(({ deed }) => deed.kind === 'pass' && deed.to === thread);
  if (!has) return 'has no m';
  return thread === 'C' && setting.c === 'mapping'
    ? `has m at page ${messagePage(setting, 2)}`
    : 'has a pointer to m';
}

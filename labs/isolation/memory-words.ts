// What is written in the drawing of the address spaces.
import { bytes } from './bytes.ts';
import {
  BALANCE,
  type Handing,
  hopSize,
  hopsFor,
  PIPE,
  type Setting,
  STRAY,
  type Step,
  type Thread,
  target,
} from './handing.ts';
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

/** Who points at a page: "A and B point here"; '' for none. */
export const pointersSaid = ({ from }: Page) =>
  from.length === 0 ? '' : `${listed(from)} ${from.length === 1 ? 'points' : 'point'} here`;

/** What leads through the wall between two processes, and what it does, or holds just now. */
export function linkSaid(setting: Setting, { last }: Memory): { name: string; does: string } {
  const { c, size } = setting;
  if (c === 'mapping') return { name: 'shared mapping', does: 'one memory, two page numbers' };
  const name = 'pipe';
  if (last?.deed.kind === 'copy-in') {
    return { name, does: `holds ${bytes(hopSize(setting, last.deed.hop))}` };
  }
  return {
    name,
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
  const write = made.findIndex(({ deed }) => deed.kind === 'write');
  // From the bad write on: what a thread did in that time, or what became of it.
  const since = write === -1 ? [] : made.slice(write);
  if (since.length > 0 && thread !== 'A' && ended.includes(thread)) return 'ended with it';
  switch (since.find((step) => step.thread === thread)?.deed.kind) {
    case 'write':
      return `wrote to ${target(setting)}`;
    case 'read-total':
      return `read total ${STRAY}`;
    case 'read-message':
      return `read order ${STRAY}`;
    case 'read-balance':
      return `read ${BALANCE}, untouched`;
    default:
      return pointerSaid(setting, made, hops, thread);
  }
}

/** Whether a thread has the message, or can reach it. */
function pointerSaid(
  setting: Setting,
  made: readonly Step[],
  hops: number,
  thread: Thread,
): string {
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
    : 'points to m';
}

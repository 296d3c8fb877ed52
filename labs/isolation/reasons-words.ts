// The reasons of the bad write in words: what stops one, and what stops none.
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Handing, type Setting, target } from './handing.ts';

interface Reasons {
  /** "A, step 6" */
  readonly who: string;
  readonly what: string;
  /** Whether the page table stopped this write, and what it stops. */
  readonly isStopped: boolean;
  readonly stopped: string;
  /** What nothing stops. */
  readonly through: string;
}

export function reasons({ values, result }: Run<Setting, Handing>): Reasons {
  const step = result.steps.findIndex(({ deed }) => deed.kind === 'write') + 1;
  return {
    ...(step === 0
      ? { who: 'No bad write', what: 'A writes to its own data only' }
      : { who: `A, step ${step}`, what: `a write to ${target(values)}` }),
    isStopped: result.outcome === 'stopped',
    stopped: whatStops(values, result),
    through: whatDoesNot(values, result),
  };
}

function whatStops({ c }: Setting, { outcome }: Handing): string {
  if (outcome === 'stopped') {
    return 'Process 1 has no memory at page\u00a05, so the processor reports a page fault to the kernel. The kernel sends SIGSEGV, and that ends the process with all of its threads.';
  }
  switch (c) {
    case 'mapping':
      return 'A has no address for the rest of process 2, such as C’s stack: its page numbers lead to its own memory only.';
    case 'process':
      return 'A write to page\u00a05, where process 1 has nothing, would have ended process 1. C’s page\u00a05 is other memory: A has no address for it.';
    case 'thread':
      return 'A write to page\u00a05, where nothing is, would have ended the process with A, B and C.';
  }
}

function whatDoesNot({ c }: Setting, { outcome }: Handing): string {
  switch (outcome) {
    case 'total':
      return 'Page\u00a04 belongs to A’s own process. Each thread of a process may write to all of its pages, so nothing tells B that its total has changed.';
    case 'message':
      return 'Page\u00a05 of process 1 and page\u00a04 of process 2 are the same memory, because both asked for it. What A writes there, C reads.';
    default:
      return `A write to page\u00a04, B’s stack, would have gone through: threads of one process are not protected from each other${
        c === 'mapping' ? ', and neither are processes in what they share' : ''
      }.`;
  }
}

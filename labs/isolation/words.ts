// What this lab says: of a run, of a step, and in its tables.
import type { Sentence } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { withUnit } from '../../src/lab-kit/units.ts';
import { bytes } from './bytes.ts';
import { HOP } from './cost.ts';
import {
  BALANCE,
  besideA,
  type Deed,
  type Handing,
  hopSize,
  hopsFor,
  ORDER,
  PIPE,
  POINTER,
  type Setting,
  STRAY,
  type Step,
  TOTAL,
  target,
} from './handing.ts';
import { memoryAt, type Page } from './memory.ts';
import { listed, pageSaid } from './memory-words.ts';

type IsolationRun = Run<Setting, Handing>;

/** A step on its bar, in full and in short. */
export function brief(setting: Setting, { deed }: Step): { text: string; short: string } {
  switch (deed.kind) {
    case 'make':
      return { text: 'make m', short: 'make' };
    case 'pass':
      return { text: `pass ${POINTER} bytes`, short: 'pass' };
    case 'read-message':
      return { text: 'read m', short: 'read' };
    case 'copy-in':
      return { text: 'copy into pipe', short: 'in' };
    case 'copy-out':
      return { text: 'copy out', short: 'out' };
    case 'write':
      return { text: `write, ${target(setting)}`, short: 'write' };
    case 'read-total':
      return { text: 'read total', short: 'read' };
    case 'read-balance':
      return { text: 'read balance', short: 'read' };
  }
}

/** What a thread does in a step, after its name: "copies m into the pipe". */
export function doing(setting: Setting, { deed }: Step): string {
  switch (deed.kind) {
    case 'make':
      return setting.c === 'mapping' ? 'makes m in the shared mapping' : 'makes m';
    case 'pass':
      return `passes ${deed.to} ${POINTER} bytes, ${
        deed.to === 'C' && setting.c === 'mapping'
          ? 'where m begins in the mapping'
          : 'a pointer to m'
      }`;
    case 'read-message':
      return 'reads m';
    case 'copy-in':
      return `writes ${part(setting, deed)} to the pipe: the kernel copies it in`;
    case 'copy-out':
      return `reads ${part(setting, deed)} from the pipe: the kernel copies it out`;
    case 'write':
      return `writes to ${target(setting)} by mistake`;
    case 'read-total':
      return 'reads its total';
    case 'read-balance':
      return 'reads its balance';
  }
}

/** What of the message goes through the pipe at once: "m", "part 2 of 4". */
const part = ({ size }: Setting, { hop }: Extract<Deed, { hop: number }>) =>
  size <= PIPE ? 'm' : `part ${hop} of ${hopsFor(size)}`;

/** What the reader is told of each step: who did what, and what is so now. */
export function describeStep({ values, result }: IsolationRun, at: number): Sentence {
  const step = result.steps[at - 1];
  if (step === undefined) return ['m is not made yet'];
  return [`${step.thread} ${doing(values, step)}${left(values, result, at)}`];
}

/** What a step has left, after its deed. */
function left(setting: Setting, { steps, outcome }: Handing, at: number): string {
  const { deed } = steps[at - 1] as Step;
  const hit = steps.slice(0, at).some((step) => step.deed.kind === 'write');
  switch (deed.kind) {
    case 'make':
      return `: order ${ORDER}, ${bytes(setting.size)}`;
    case 'pass':
      return '; m stays where it is';
    case 'read-message':
      return hit && outcome === 'message'
        ? `: order ${STRAY} instead of ${ORDER}`
        : `: order ${ORDER}, where A made it`;
    case 'copy-in':
    case 'copy-out':
      return '';
    case 'write':
      return {
        stopped: `: nothing is there, so the system ends ${listed(besideA(setting))}`,
        total: `: nothing stops it, and B’s total is ${STRAY}`,
        message: `: nothing stops it, and m is order ${STRAY}`,
      }[outcome ?? 'stopped'];
    case 'read-total':
      return `: ${STRAY} instead of ${TOTAL}`;
    case 'read-balance':
      return `, on its own page\u00a05: ${BALANCE}, untouched`;
  }
}

/** What a run comes to. */
export const describe = ({ values, result }: IsolationRun): Sentence => [
  ...handedOver(values, result),
  ...badWrite(values, result),
];

/** The first thread, named as such: no word that loses its capital after a colon. */
const A = { task: 0, name: 'A' };

function handedOver({ size, c }: Setting, { hops }: Handing): Sentence {
  const pointer = { figure: withUnit(POINTER, 'bytes') };
  if (c === 'thread') {
    return [
      A,
      ` hands ${bytes(size)} to B and to C by passing each of them `,
      pointer,
      ', a pointer. Nothing is copied.',
    ];
  }
  const toB: Sentence = [A, ` hands B ${bytes(size)} by passing `, pointer, ', a pointer. '];
  if (c === 'mapping') {
    return [
      ...toB,
      'C, in another process, shares a mapping with A: it is told where m begins, and ',
      { figure: 'nothing' },
      ' is copied.',
    ];
  }
  return [
    ...toB,
    `C is in another process, so the kernel copies the ${bytes(size)} `,
    { figure: 'twice' },
    hops > 1 ? `, ${bytes(PIPE)} at a time.` : '.',
  ];
}

function badWrite({ c }: Setting, { outcome }: Handing): Sentence {
  switch (outcome) {
    case null:
      return [];
    case 'stopped':
      return c === 'thread'
        ? [
            ' A’s write to page\u00a05, where nothing is, is ',
            { figure: 'stopped' },
            ': the system ends the process, with all three threads.',
          ]
        : [
            ' A’s write to page\u00a05 never reaches C’s page\u00a05: the system ',
            { figure: 'ends' },
            ' process 1, and B with it.',
          ];
    case 'total':
      return [
        ' A’s write to B’s stack is ',
        { figure: 'not stopped' },
        `: B goes on with a total of ${STRAY} instead of ${TOTAL}.`,
      ];
    case 'message':
      return [
        ' A’s write to page\u00a05 lands in the mapping and is ',
        { figure: 'not stopped' },
        `: B and C both read order ${STRAY} instead of ${ORDER}.`,
      ];
  }
}

/** The steps, a row each. */
export const stepsTable = (run: IsolationRun): Table => ({
  name: 'Table of steps',
  caption: 'The steps, and what the kernel copies in each',
  shown: 'asked',
  columns: [
    { label: 'Step', numeric: true },
    { label: 'Thread' },
    { label: 'does' },
    { label: 'bytes copied', numeric: true },
  ],
  rows: run.result.steps.map(({ thread, deed }, i) => [
    String(i + 1),
    thread,
    `${doing(run.values, { thread, deed })}${left(run.values, run.result, i + 1)}`,
    'hop' in deed ? String(hopSize(run.values, deed.hop)) : '0',
  ]),
});

/** Both address spaces as they stand at the end, a row a page. */
export function pagesTable({ values, result }: IsolationRun): Table {
  const { processes } = memoryAt(values, result, result.steps.length);
  const pages = Math.max(...processes.map((process) => process.pages.length));
  return {
    caption: `The pages after step ${result.steps.length}`,
    shown: 'asked',
    columns: [
      { label: 'Page', numeric: true },
      ...processes.map(({ number, ended }) => ({
        label: `process ${number}${ended ? ', ended' : ''}`,
      })),
    ],
    rows: Array.from({ length: pages }, (_, i) => [
      String(i + 1),
      ...processes.map((process) => said(process.pages[i])),
    ]),
  };
}

const said = (page: Page | undefined) =>
  page === undefined
    ? ''
    : `${page.name === '' ? '' : `${page.name}: `}${pageSaid(page)}${page.was === null ? '' : `, was ${page.was}`}`;

/** What was measured, in µs. */
export const MEASURED: Table = {
  caption: 'Handing over, measured',
  shown: 'always',
  columns: [{ label: 'what was done' }, { label: 'µs', numeric: true }],
  rows: [
    ['a byte through a pipe, on one core', String(HOP)],
    ['waking a thread on another core', '25–29'],
  ],
};

/** On which machine, and what in the chart was not. */
export const MEASURED_HOW =
  'Measured on a 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12. The lab’s rule is computed, not measured: ' +
  `it takes ${withUnit(HOP, 'µs')} for each hand-over, to a thread too, and again for each ${bytes(PIPE)} through the pipe. ` +
  'Copying at 10\u00a0GB/s is assumed.';

// What this lab says of a setting: what it comes to in the long run, and why the curves beside it differ.
import type { Sentence, Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { counted, inPercent, withUnit } from '../../src/lab-kit/units.ts';
import { figuresAt, limitOf, timesOneCore } from './figures.ts';
import { amdahl, CALL, partsOf, type Setting } from './server.ts';

/** Requests a second as text: "2,000"; below a hundred "19.2". */
function perSecond(throughput: number): string {
  const digits = throughput < 99.95 ? 1 : 0;
  return throughput.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
const tenths = (value: number) => value.toFixed(1);

/** What throughput may miss of its bound where that is reached: lengths that are drawn vary. */
const NEARLY = 0.98;

export function describe({ values: setting }: Run<Setting, Trace>): Sentence {
  const { throughput, working, blocked } = figuresAt(setting);
  const { cores, threads } = setting;
  return [
    `${counted(cores, 'core')} and ${counted(threads, 'thread')} answer `,
    { figure: perSecond(throughput) },
    ` requests a second. On average ${cores === 1 ? 'the core works' : ''}`,
    ...(cores === 1 ? [` ${inPercent(working, 0)} of the time`] : workingInWords(working, cores)),
    `, and ${blockedInWords(blocked)}. `,
    limitInWords(setting),
  ];
}

const workingInWords = (working: number, cores: number): Sentence => [
  { figure: tenths(working) },
  ` of the ${cores} cores work`,
];

function blockedInWords(blocked: number): string {
  const told = tenths(blocked);
  if (told === '0.0') return 'threads are hardly ever blocked';
  return told === '1.0' ? '1.0 thread is blocked' : `${told} threads are blocked`;
}

/** What keeps it from more. */
function limitInWords(setting: Setting): string {
  const { throughput, held, blocked } = figuresAt(setting);
  const { cores, call } = setting;
  const limit = limitOf(setting);
  if (throughput < limit.most * NEARLY) {
    return `The lock is held for only ${inPercent(held, 0)} of the time, but several threads ask for it at once.`;
  }
  switch (limit.by) {
    case 'lock':
      return call === 'inside'
        ? 'The lock is always held, mostly by a thread that waits for its call.'
        : 'The lock is always held: more cores or threads would change nothing.';
    case 'cores':
      return `${cores === 1 ? 'The core is' : 'All cores are'} busy, so the lock costs no throughput.${
        tenths(blocked) === '0.0' ? '' : ' The blocked threads would otherwise wait for a core.'
      }`;
    case 'threads':
      return 'No thread is blocked for long: more threads would answer more.';
  }
}

/** After how long the lock is held: what it lets through, and what keeps the server from that many. */
function mostInWords(setting: Setting): string {
  const { hold, all } = partsOf(setting);
  const { cores, threads } = setting;
  const { by, most } = limitOf(setting);
  const through = perSecond(1000 / hold);
  switch (by) {
    case 'lock':
      return `, so at most ${through} a second get through, whatever the number of cores.`;
    case 'cores':
      return `. The lock would let ${through} a second through, but ${counted(cores, 'core')} can do at most ${perSecond(most)}.`;
    case 'threads':
      return `. The lock would let ${through} a second through, but ${
        threads === 1 ? '1 thread that takes' : `${threads} threads that take`
      } ${withUnit(all, 'ms')} a request ${threads === 1 ? 'makes' : 'make'} at most ${perSecond(most)}.`;
  }
}

/** Why the simulated curve, the bound and Amdahl's law differ at a setting. */
export function whyTheyDiffer(setting: Setting): string {
  const { hold, all } = partsOf(setting);
  const { share, call, cores, lengths } = setting;
  if (hold === 0)
    return 'Without a lock, no thread is ever blocked: only the cores and the threads limit throughput.';
  const most = `Each request holds the lock for ${withUnit(hold, 'ms')}${mostInWords(setting)}`;
  if (call !== 'none') {
    const where =
      call === 'inside'
        ? `The lock is held across the call: a thread waits for ${CALL} of the ${withUnit(hold, 'ms')}, and every thread that needs the lock is blocked meanwhile.`
        : `The call of ${withUnit(CALL, 'ms')} is made without the lock: a request takes ${withUnit(all, 'ms')}, and others go on meanwhile.`;
    return `${most} ${where}`;
  }
  if (share === 100) return `${most} Nothing can be done beside it: all three curves meet.`;
  const law = `Amdahl’s law says ${tenths(timesOneCore(amdahl(setting)))} times one core’s throughput. It is about one job: everything else stands still while the part inside the lock is done, and then spreads perfectly over ${cores === 1 ? 'the core' : `all ${cores} cores`}.`;
  const here =
    'Here the other threads have requests of their own and go on meanwhile, so throughput can reach the bound.';
  const drawn =
    lengths === 'vary'
      ? ' It stays below the bound where lengths vary: at some moments several threads need the lock, at others none does.'
      : '';
  return `${most} ${law} ${here}${drawn}`;
}

// Lab "lock-convoy": threads on several cores that need one lock, and how many of the cores work.
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, range } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { counted } from '../../src/lab-kit/units.ts';
import { charts } from './charts.ts';
import { differ } from './differ.tsx';
import { facts } from './facts.ts';
import { drawnFor, type Setting, server } from './server.ts';
import { describe } from './words.ts';

const threads = timeline({ tasks: {}, awaited: 'its call', many: 'threads', subjects: [] });

export default defineLab({
  id: 'lock-convoy',
  title: 'Behind one lock',
  question: 'Eight cores, one lock: how many of them work?',
  chapter: 'shared-memory',
  parameters: {
    cores: range({ label: 'Cores', unit: '', min: 1, max: 8, step: 1, default: 8 }, (cores) =>
      counted(cores, 'core'),
    ),
    threads: range({ label: 'Threads', unit: '', min: 1, max: 12, step: 1, default: 8 }, (many) =>
      counted(many, 'thread'),
    ),
    share: range(
      { label: 'Work inside the lock', unit: '%', min: 0, max: 100, step: 5, default: 25 },
      (share) => `${share}% of the work inside the lock`,
    ),
    call: choice({ label: 'External call, 50 ms', default: 'none' }, [
      ['none', 'none', 'no external call'],
      ['outside', 'before it', 'an external call before the lock'],
      ['inside', 'in the lock', 'an external call with the lock held'],
    ]),
    lengths: choice({ label: 'Requests', default: 'alike' }, [
      ['alike', 'all alike', 'requests all alike'],
      ['vary', 'vary', 'requests that vary'],
    ]),
  },
  presets: {
    convoy: { label: 'A convoy', values: {} },
    short: { label: 'A short lock', values: { share: 5 } },
    'four-cores': { label: 'Four cores', values: { cores: 4 } },
    'held-across-a-call': {
      label: 'Held across a call',
      values: { share: 20, call: 'inside' },
    },
    'call-before': { label: 'Call first', values: { share: 20, call: 'outside' } },
    'short-varied': {
      label: 'Lengths vary',
      values: { share: 10, lengths: 'vary' },
    },
    'no-lock': { label: 'No lock', values: { share: 0 }, quoted: true },
    'one-core': { label: 'One core', values: { cores: 1 }, quoted: true },
    'three-cores': {
      label: 'Three cores',
      values: { cores: 3, threads: 3, share: 50 },
      quoted: true,
    },
    half: { label: 'Half of it', values: { share: 50 }, quoted: true },
    'short-alike': { label: 'A tenth', values: { share: 10 }, quoted: true },
  },
  model: simulated((setting: Setting) => server(setting, drawnFor(setting))),
  facts,
  describe,
  simplified:
    'A request works outside the lock first, and takes the lock for its last part. Choose a blocked stretch to see which thread held the lock. Going from one thread to another takes no time, and neither does waking the one that gets the lock. The lock goes to the thread that has waited longest; a real mutex lets one that is running take it first, which saves switches and lets others wait for longer. Where there are more threads than cores, a thread loses its core after 4 ms, even if it holds the lock.',
  view: { ...threads, below: [curves(charts), differ] },
});

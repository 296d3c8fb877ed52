// The steps of a run as a strip: a lane a thread, a band a core.
import type { Cell, Row, Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import { STATES } from '../../src/lab-kit/states/states.ts';
import { type Anatomy, isLine, NAMES } from './anatomy.ts';
import type { Done } from './parts.ts';

export function lanesOf(anatomy: Anatomy): Strip {
  const steps = anatomy.snapshots.slice(1).map(({ done }) => done);
  return {
    steps: steps.map((done) => {
      const [only] = done;
      return done.length === 1 && only?.kind === 'line' ? (NAMES[only.thread] as string) : '';
    }),
    rows: [
      ...NAMES.slice(0, anatomy.threads).map((name, thread) => lane(name, thread, steps)),
      ...Array.from({ length: anatomy.cores }, (_, core) => band(core, steps, anatomy.cores)),
    ],
  };
}

type Steps = readonly (readonly Done[])[];

function lane(name: string, thread: number, steps: Steps): Row {
  const ends = steps.findIndex((done) =>
    done.some((one) => isLine(one) && one.thread === thread && one.did === 'ended'),
  );
  return {
    kind: 'lane',
    label: `thread ${name}`,
    cells: joined(
      steps.slice(0, ends + 1).map((done) => {
        const runs = done.some((one) => isLine(one) && one.thread === thread);
        const state = runs ? 'running' : 'runnable';
        return { state, text: STATES[state].letter, said: STATES[state].word };
      }),
    ),
    endedAfter: ends + 1,
  };
}

function band(core: number, steps: Steps, cores: number): Row {
  return {
    kind: 'band',
    label: cores === 1 ? 'the core' : `core ${core + 1}`,
    cells: joined(
      steps.map((done) => {
        const own = done.find((one) => one.core === core);
        if (own?.kind === 'switch') {
          return { state: 'switching', text: '', said: `switches to ${NAMES[own.to]}` };
        }
        const name = NAMES[own?.thread ?? core] as string;
        return { state: 'running', text: name, said: `runs ${name}` };
      }),
    ),
    endedAfter: null,
  };
}

/** Steps that say the same are one stretch. */
function joined(steps: readonly Pick<Cell, 'state' | 'text' | 'said'>[]): Cell[] {
  const cells: Cell[] = [];
  steps.forEach((step, i) => {
    const last = cells.at(-1);
    if (last?.said === step.said) cells[cells.length - 1] = { ...last, to: i + 1 };
    else cells.push({ ...step, from: i + 1, to: i + 1 });
  });
  return cells;
}

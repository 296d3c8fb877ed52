// Reads a recording's file, and refuses one that does not hold together.
import { ms, type Nanos, type Scenario, scenario, type Task, toMs } from '@interleave/simulation';
import { checkCores } from './cores.ts';
import { Field } from './field.ts';
import { readProgram } from './read-program.ts';
import { RECORDED_STATES, type RecordedTask, type Recording, type Stretch } from './recording.ts';

/** What the recorder writes times to: thousandths of a ms; of ends over all runs, hundredths. */
const DECIMALS = 3;
const END_DECIMALS = 2;
/** A task that stops computing and one that has asked read the clock one after the other: that lies between. */
const LONGEST_READING = ms(0.001);
/** A task does one of these after another. */
const NEXT: Readonly<Record<Stretch['state'], readonly Stretch['state'][]>> = {
  runnable: ['running'],
  running: ['runnable', 'waiting'],
  waiting: ['runnable', 'running'],
};
/** The kernel's policies, and those of the model that come nearest: its tick is 4 ms at HZ=250. */
const POLICIES = {
  SCHED_FIFO: { policy: 'fifo' },
  'SCHED_OTHER (EEVDF)': { policy: 'fair', tick: ms(4) },
} as const satisfies Record<string, Partial<Scenario>>;

const FIELDS = [
  'name',
  'machine',
  'unit',
  'policy',
  'cores',
  'program',
  'runs',
  'firstTaskFirst',
  'endsMinMedianMax',
  'shown',
  'tasks',
] as const;

/**
 * A recording from its file.
 *
 * @param file its place, "content/recordings/two-hogs-two-cores.json": for errors, and because it is called like it
 * @param json what the file holds, parsed
 * @throws Error with file, field, what was found and what would do
 */
export function readRecording(file: string, json: unknown): Recording {
  const fields = new Field(file, '', json).object(FIELDS);
  fields.unit.oneOf(['ms']);
  const policy = fields.policy.oneOf(Object.keys(POLICIES) as (keyof typeof POLICIES)[]);
  const runs = fields.runs.whole(1, 1_000_000);
  const programs = fields.program.list('programs').map(readProgram);
  const names = programs.map(({ name }) => name);
  if (new Set(names).size < names.length) fields.program.refuse('programs of different names');
  const ends = fields.endsMinMedianMax.object(names);
  const tasks = fields.tasks
    .list('tasks, as many as programs,', programs.length)
    .map((field, i) => {
      const name = names[i] as string;
      return readTask(field, programs[i] as Task, readEnds(ends[name] as Field));
    });
  const recording: Recording = {
    name: fields.name.oneOf([file.replace(/^.*\/|\.json$/g, '')]),
    machine: fields.machine.text(),
    policy,
    runs,
    firstTaskFirst: fields.firstTaskFirst.whole(0, runs),
    shown: fields.shown.text(),
    scenario: scenario({
      ...POLICIES[policy],
      cores: fields.cores.whole(1, 256),
      tasks: programs,
    }),
    tasks,
  };
  checkCores(recording, fields.tasks);
  return recording;
}

function readEnds(field: Field): RecordedTask['ends'] {
  const found = field.list('times: least, median, greatest', 3);
  const [least, median, greatest] = found.map((one) => one.milliseconds(END_DECIMALS)) as [
    number,
    number,
    number,
  ];
  if (!(least <= median && median <= greatest))
    field.refuse('least, median, greatest in this order');
  return { least, median, greatest };
}

function readTask(field: Field, program: Task, ends: RecordedTask['ends']): RecordedTask {
  const { name, segments } = field.object(['name', 'segments']);
  name.oneOf([program.name]);
  const rows = segments.list('segments, each [state, from, to],');
  const stretches = rows.map(readStretch);
  for (const [i, row] of rows.entries()) {
    checkOrder(row, stretches[i - 1], stretches[i] as Stretch, program);
  }
  const last = stretches.at(-1) as Stretch;
  const end = toMs(last.end);
  const half = 0.5 / 10 ** END_DECIMALS;
  const fits = end >= ends.least - half && end <= ends.greatest + half;
  if (last.state !== 'running' || !fits) {
    rows.at(-1)?.refuse(`a last stretch that runs and ends from ${ends.least} to ${ends.greatest}`);
  }
  return { name: program.name, stretches, ends };
}

function readStretch(field: Field): Stretch {
  const [state, from, to] = field.list('parts: state, from, to', 3) as [Field, Field, Field];
  const start = ms(from.milliseconds(DECIMALS));
  const end = ms(to.milliseconds(DECIMALS));
  if (end <= start) to.refuse(`a time after ${toMs(start)}`);
  return { state: state.oneOf(RECORDED_STATES), start, end };
}

/** Each stretch follows the one before: in time, and as a task can; the first begins as the task arrives. */
function checkOrder(
  field: Field,
  before: Stretch | undefined,
  { state, start }: Stretch,
  { arrival }: Task,
) {
  const allowed = before === undefined ? (['runnable', 'running'] as const) : NEXT[before.state];
  if (!allowed.includes(state as never)) {
    field.refuse(
      `${allowed.join(' or ')} ${before === undefined ? 'at first' : `after ${before.state}`}`,
    );
  }
  const from = before?.end ?? arrival;
  const to = before === undefined ? arrival : ((from + LONGEST_READING) as Nanos);
  if (start < from || start > to) {
    const wanted = from === to ? `${toMs(from)}` : `${toMs(from)} to ${toMs(to)}`;
    field.refuse(`a start at ${wanted}`, `a start at ${toMs(start)}`);
  }
}

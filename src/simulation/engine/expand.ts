// A scenario's tasks written out: every copy with its arrival, and its steps in columns, with random lengths drawn.
import { isFixed, longest } from '../scenario/lengths.ts';
import {
  countTasks,
  isLocking,
  type Length,
  type Operation,
  type Scenario,
  type Spacing,
  type Step,
  type Task,
} from '../scenario/scenario.ts';
import { NONE } from '../trace/codes.ts';
import { nameOfCopy, resendName } from '../trace/names.ts';
import { Stream } from './random.ts';
import {
  AGAIN,
  BLOCK,
  CPU,
  END,
  IO,
  IO_WITH_NEXT,
  LOCK,
  StepColumns,
  THINK,
  UNLOCK,
} from './step-columns.ts';

/** A user's step whose length is drawn in each round. */
export interface Redrawn {
  readonly row: number;
  readonly length: Length;
  readonly stream: Stream;
}

/**
 * All tasks of a run, by index: copies in order of their number, in the order written; then, with room for all that there
 * may be, those that are sent again, in the order in which that happens. Times in ns.
 */
export interface Expanded {
  /** How many there are without those that are sent again. */
  readonly firsts: number;
  /** The scenario's task that each is, or is a copy of. */
  readonly of: Int32Array;
  readonly arrival: Float64Array;
  /** The row of each task's first step. Copies whose steps are alike share them. */
  readonly first: Int32Array;
  readonly steps: StepColumns;
  /** For users: what is drawn in each round. */
  readonly redrawn: ReadonlyMap<number, readonly Redrawn[]>;
  /** The names of the locks, by index. */
  readonly locks: readonly string[];
  /** Writes the program of the resend of a request with this number, from 1, if it has not the request's own. Returns its first row. */
  programOfResend(request: number, number: number): number;
  /** Puts the resend of a request that is sent at this time in a place beyond `firsts`. */
  resend(index: number, request: number, number: number, at: number): void;
}

/** To count the steps beforehand would take as long as to write them down. */
const ROOM_A_TASK = 8;

const copiesOf = (task: Task) => task.count ?? 1;

export function expand({ tasks, devices, seed }: Scenario): Expanded {
  const firsts = countTasks({ tasks });
  const room = firsts + mostResends(tasks);
  const of = new Int32Array(room);
  const arrival = new Float64Array(room);
  const first = new Int32Array(room);
  const begins: number[] = [];
  const writer = new ProgramWriter(devices, seed, tasks.length * ROOM_A_TASK);
  let index = 0;
  for (let t = 0; t < tasks.length; t += 1) {
    const task = tasks[t] as Task;
    const copies = copiesOf(task);
    const shared = sharesSteps(task);
    const { spacing } = task;
    const next = spacing === undefined ? null : arrivalsOf(task, spacing, seed);
    begins.push(index);
    for (let copy = 1; copy <= copies; copy += 1, index += 1) {
      of[index] = t;
      arrival[index] = next === null ? task.arrival : next();
      first[index] =
        shared && copy > 1 ? (first[index - 1] as number) : writer.write(task, index, copy);
    }
  }
  const { steps, redrawn, locks } = writer;
  const programOfResend = (request: number, number: number): number => {
    const task = tasks[of[request] as number] as Task;
    if (allFixed(task.steps)) return first[request] as number;
    const copy = request - (begins[of[request] as number] as number) + 1;
    return writer.writeResend(task, copy, number);
  };
  const resend = (at: number, request: number, number: number, sent: number): void => {
    of[at] = of[request] as number;
    arrival[at] = sent;
    first[at] = programOfResend(request, number);
  };
  return {
    firsts,
    of,
    arrival,
    first,
    steps,
    redrawn,
    locks: [...locks.keys()],
    programOfResend,
    resend,
  };
}

/** How many tasks a run can have besides, if all is sent again as often as it may be. */
const mostResends = (tasks: Scenario['tasks']) =>
  tasks.reduce((sum, task) => sum + copiesOf(task) * (task.retry?.times ?? 0), 0);

/** Whether the copies of a task have the same program. */
const sharesSteps = (task: Task) =>
  copiesOf(task) > 1 && task.think === undefined && allFixed(task.steps);

function allFixed(steps: readonly Step[]): boolean {
  return steps.every((step) => {
    if ('steps' in step) return allFixed(step.steps);
    return isLocking(step) || isFixed(step.duration);
  });
}

/** Writes programs to columns: repeats written out, lengths drawn, devices and locks by number. */
class ProgramWriter {
  readonly steps: StepColumns;
  readonly redrawn = new Map<number, Redrawn[]>();
  readonly locks = new Map<string, number>();
  readonly #devices: ReadonlyMap<string, number>;
  readonly #seed: number;
  /** The streams that copies draw from in turn. */
  readonly #streams = new Map<string, Stream>();
  /** Those of the task that is being written, in the order in which each of its copies draws, and which is next. */
  #inOrder: Stream[] = [];
  #drawn = 0;

  /** @param room for so many steps, at first */
  constructor(devices: Scenario['devices'], seed: number, room: number) {
    this.steps = new StepColumns(room);
    this.#devices = new Map(devices.map(({ name }, index) => [name, index]));
    this.#seed = seed;
  }

  /** Writes the program of one copy of a task, by its index and the copy's number. Returns its first row. */
  write(task: Task, index: number, copy: number): number {
    const first = this.steps.size;
    if (copy === 1) this.#inOrder = [];
    this.#drawn = 0;
    const user = task.think === undefined ? NONE : index;
    const drawer = user === NONE ? task.name : `${task.name}${copy}`;
    if (task.think !== undefined) {
      this.steps.add(THINK, this.#length(task.think, drawer, user, 'think', 0), NONE);
    }
    this.#writeSteps(task.steps, drawer, user, '');
    this.steps.add(user === NONE ? END : AGAIN, 0, NONE);
    return first;
  }

  /** Writes the program of a resend of one copy of a task, with draws of its own. Returns its first row. */
  writeResend(task: Task, copy: number, number: number): number {
    const first = this.steps.size;
    this.#inOrder = [];
    this.#drawn = 0;
    this.#writeSteps(task.steps, resendName(nameOfCopy(task, copy), number), NONE, '');
    this.steps.add(END, 0, NONE);
    return first;
  }

  /** @param within the place of the repeat and its round that they lie in: `2.1.` in the first of the second step */
  #writeSteps(list: readonly Step[], drawer: string, user: number, within: string): void {
    for (let i = 0; i < list.length; i += 1) {
      const step = list[i] as Step;
      if (step.kind === 'repeat') {
        for (let round = 1; round <= step.times; round += 1) {
          this.#writeSteps(step.steps, drawer, user, `${within}${i + 1}.${round}.`);
        }
      } else if (step.kind === 'together') {
        this.#writeTogether(step.steps, drawer, user, `${within}${i + 1}.`);
      } else if (isLocking(step)) {
        this.steps.add(step.kind === 'lock' ? LOCK : UNLOCK, 0, this.#lock(step.lock));
      } else if (longest(step.duration) > 0) {
        const length = this.#length(step.duration, drawer, user, within, i + 1);
        if (step.kind === 'io') this.steps.add(IO, length, this.#device(step));
        else this.steps.add(step.kind === 'cpu' ? CPU : BLOCK, length, NONE);
      }
    }
  }

  /** @param within the place of the step that they are: `2.` */
  #writeTogether(list: readonly Operation[], drawer: string, user: number, within: string): void {
    const last = list.findLastIndex(({ duration }) => longest(duration) > 0);
    for (let i = 0; i <= last; i += 1) {
      const operation = list[i] as Operation;
      if (longest(operation.duration) === 0) continue;
      const length = this.#length(operation.duration, drawer, user, within, i + 1);
      this.steps.add(i === last ? IO : IO_WITH_NEXT, length, this.#device(operation));
    }
  }

  /** A length for the row that is written next. A user's random one stays open until a round draws it. */
  #length(length: Length, drawer: string, user: number, within: string, place: number): number {
    if (isFixed(length)) return length;
    if (user !== NONE) {
      const purpose = purposeOf(drawer, within, place);
      const drawn = this.redrawn.get(user) ?? [];
      drawn.push({ row: this.steps.size, length, stream: new Stream(this.#seed, purpose) });
      this.redrawn.set(user, drawn);
      return 0;
    }
    // To look a stream up by its purpose for every copy would take longer than to draw from it.
    const stream = this.#inOrder[this.#drawn] ?? this.#stream(purposeOf(drawer, within, place));
    this.#inOrder[this.#drawn] = stream;
    this.#drawn += 1;
    return stream.draw(length);
  }

  #stream(purpose: string): Stream {
    const stream = this.#streams.get(purpose) ?? new Stream(this.#seed, purpose);
    this.#streams.set(purpose, stream);
    return stream;
  }

  #device({ device }: Operation): number {
    return device === undefined ? NONE : (this.#devices.get(device) as number);
  }

  #lock(name: string): number {
    const index = this.locks.get(name) ?? this.locks.size;
    this.locks.set(name, index);
    return index;
  }
}

/** What a length is drawn for: whose it is, and its place in the program. */
const purposeOf = (drawer: string, within: string, place: number) => `${drawer}, ${within}${place}`;

/** Gives the arrivals of a task's copies, which have gaps between them, one after the other, ns. */
function arrivalsOf({ name, arrival }: Task, spacing: Spacing, seed: number): () => number {
  let next: number = arrival;
  if ('rate' in spacing) {
    const gaps = new Stream(seed, `${name}, arrivals`);
    const mean = NANOS_PER_SECOND / spacing.rate;
    return () => {
      next += Math.round(gaps.exponential(mean));
      return next;
    };
  }
  const gap = spacing.every;
  return () => {
    const at = next;
    next += gap;
    return at;
  };
}

const NANOS_PER_SECOND = 1e9;

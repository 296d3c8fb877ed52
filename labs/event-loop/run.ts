// The run of a setting: one event loop, two of them, or a thread for each request, as a trace.
import {
  cpu,
  io,
  type LifeSegment,
  ms,
  type Scenario,
  scenario,
  type Task,
  type Trace,
  task,
  traceFrom,
} from '@interleave/simulation';
import { type Done, runLoop, type Work } from './loop.ts';
import { files, handlers, microtasks, queries } from './programs.ts';
import { PIECE, QUERIES, type Setting, SLICE } from './setting.ts';

/** The devices of a scenario say what its waits are for. */
const DEVICE = { database: 'database', disk: 'disk', pool: 'pool' } as const;

export function runOfSetting(setting: Setting): Trace {
  switch (setting.program) {
    case 'requests':
      return ofHandlers(setting);
    case 'reads':
      return traced({
        works: files(),
        lives: runLoop(files(), { piece: null, threads: setting['pool-size'] }),
        machine: { cores: 1, workers: 1 + setting['pool-size'] },
        devices: [DEVICE.disk],
      });
    case 'promises':
      return traced({
        works: microtasks(),
        lives: runLoop(microtasks(), { piece: null, threads: 0 }),
        machine: { cores: 1, workers: 1 },
        devices: [],
      });
    case 'queries':
      return ofQueries(setting);
  }
}

function ofHandlers(setting: Setting): Trace {
  const works = handlers(setting);
  const { remedy } = setting;
  const oneLoop = { works, devices: [DEVICE.database] } as const;
  switch (remedy) {
    case 'once':
    case 'pieces':
      return traced({
        ...oneLoop,
        lives: runLoop(works, { piece: remedy === 'pieces' ? PIECE : null, threads: 0 }),
        machine: { cores: 1, workers: 1 },
      });
    case 'pool':
      return traced({
        ...oneLoop,
        lives: runLoop(works, { piece: null, threads: 1 }),
        machine: { cores: 2, workers: 2 },
        devices: [DEVICE.database, DEVICE.pool],
      });
    case 'processes':
      return traced({
        ...oneLoop,
        lives: twoLoops(works),
        machine: { cores: 2, workers: 2 },
      });
    case 'threads':
      return traced({
        ...oneLoop,
        lives: runLoop(works, { piece: SLICE, threads: 0 }).map(asThread),
        machine: { cores: 1, workers: 'per-task', waiting: 'holds', slice: ms(SLICE) },
      });
  }
}

/**
 * A work as the thread that it has to itself: threads that take turns on a core stand in one line, as callbacks do, and
 * a slice ends as a piece does. One that goes on at once has not been interrupted.
 */
function asThread({ segments, ...life }: Done, thread: number): Done {
  const own: LifeSegment[] = [];
  for (const segment of segments) {
    const last = own.at(-1);
    if (last?.state === 'running' && segment.state === 'running') {
      own[own.length - 1] = { ...last, end: segment.end };
      continue;
    }
    const { state, cause } = segment;
    own.push({
      ...segment,
      state: state === 'queued' ? 'runnable' : state,
      cause: cause === 'runtime-slice-expired' ? 'slice-expired' : cause,
      worker: thread,
    });
  }
  return { ...life, segments: own };
}

/** Which of two processes a work goes to: requests go to them in turn, and the timer is the first one's. */
export const processOf = (index: number, name: string) => (name === 'timer' ? 0 : index % 2);

/** Two processes share nothing: each loop runs its own works as if it were alone. */
function twoLoops(works: readonly Work[]): Done[] {
  const loops = [0, 1].map((process) =>
    runLoop(
      works.filter(({ name }, i) => processOf(i, name) === process),
      { piece: null, threads: 0 },
    ).map((life) => ({ ...life, segments: life.segments.map((one) => onLoop(one, process)) })),
  );
  return works.map(({ name }) => loops.flat().find((life) => life.name === name) as Done);
}

/** A segment on the core and the thread of another loop. */
const onLoop = ({ core = null, worker = null, ...segment }: LifeSegment, loop: number) => ({
  ...segment,
  core: core === null ? null : core + loop,
  worker: worker === null ? null : worker + loop,
});

/** Beside the request stand its queries: each has a lane. */
function ofQueries(setting: Setting): Trace {
  const works = queries(setting);
  const lives = runLoop(works, { piece: null, threads: 0 });
  const waits = lives[0]?.segments.filter(({ state }) => state === 'waiting') ?? [];
  const asked = Array.from({ length: QUERIES }, (_, i) => {
    const wait = waits[setting.waits === 'together' ? 0 : i] as LifeSegment;
    return { name: `query ${i + 1}`, arrival: wait.start, segments: [wait] };
  });
  return traced({
    works: [
      ...works,
      ...asked.map(({ name }): Work => {
        const steps = [{ kind: 'wait', length: setting.database } as const];
        return { name, arrival: 0, steps, rank: 0 };
      }),
    ],
    lives: [...lives, ...asked],
    machine: { cores: 1, workers: 1 },
    devices: [DEVICE.database],
  });
}

/** A work as a task: its callbacks compute, and what else it does is waited for. */
function taskOf({ name, arrival, steps }: Work): Task {
  const written = steps.map(({ kind, length }) => (kind === 'run' ? cpu(length) : io(length)));
  return task(name, written, arrival ?? 0);
}

/** What became of works, as a trace. */
function traced({
  works,
  lives,
  machine,
  devices,
}: {
  works: readonly Work[];
  lives: readonly Done[];
  machine: Partial<Scenario>;
  devices: readonly string[];
}): Trace {
  return traceFrom({
    scenario: scenario({
      waiting: 'frees',
      ...machine,
      devices: devices.map((name) => ({ name, capacity: null })),
      tasks: works.map(taskOf),
    }),
    tasks: lives.map(({ arrival, segments }) => ({
      arrival,
      end: segments.at(-1)?.end ?? arrival,
      segments,
    })),
  });
}

/** Whether a core of a run is the one of a pool's thread, which computes what a callback handed to it. */
export const isPoolCore = ({ scenario: { devices } }: Trace, core: number) =>
  core > 0 && devices.some(({ name }) => name === DEVICE.pool);

/** Whether the works of a run have a thread each, and no loop. */
export const hasThreads = ({ scenario: { workers } }: Trace) => workers === 'per-task';

/** Whether a run's waits are for a disk, each with a thread of the pool. */
export const readsFiles = ({ scenario: { devices } }: Trace) =>
  devices.some(({ name }) => name === DEVICE.disk);

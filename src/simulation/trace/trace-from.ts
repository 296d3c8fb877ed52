// A trace of what was not simulated, but measured or thought out: from what each task did.
import { checked } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CORE_IDLE, CORE_RUNNING, NONE } from './codes.ts';
import { type Columns, coreColumns, type TaskColumns, taskColumns } from './columns.ts';
import type { Burst, Life } from './life.ts';
import { CAUSES, TASK_STATES, type Trace } from './trace.ts';
import { traceOf } from './trace-data.ts';
import { validateLives } from './validate-lives.ts';

/**
 * A trace of a run that was not simulated, so that whatever reads traces reads it too.
 *
 * The clock ends at the scenario's horizon or, where it has none, when the last segment does. Cores run what the tasks
 * say, and are idle else; a core that begins to run a task other than the one that it last ran has switched. Rounds,
 * switches of workers, and what devices did are not told by segments: the trace has none.
 *
 * @param run the machine and the program; and a life for each task of it, copies counted, in the scenario's order
 * @throws ScenarioError when the scenario cannot be run; when a life has gaps, goes on after the clock, or ends before it
 *   without an end; when who runs has no core, or who does not has one; when two tasks run on one core at a time
 */
export function traceFrom(run: {
  readonly scenario: Scenario;
  readonly tasks: readonly Life[];
}): Trace {
  const scenario = checked(run.scenario);
  const end = scenario.horizon ?? endOf(run.tasks);
  const bursts = burstsOf(scenario.cores, run.tasks);
  validateLives(scenario, run.tasks, bursts, end);
  const zeros = () => new Float64Array(scenario.devices.length);
  return traceOf({
    scenario,
    end,
    truncated: null,
    deadlock: null,
    switches: bursts.reduce((sum, ran) => sum + switchesOf(ran), 0),
    runtimeSwitches: 0,
    of: Int32Array.from(scenario.tasks.flatMap(({ count = 1 }, of) => Array(count).fill(of))),
    arrivals: Float64Array.from(run.tasks, ({ arrival }) => arrival),
    // Of a run that was measured each task is one of the scenario's.
    resends: new Int32Array(0),
    ends: Float64Array.from(run.tasks, ({ end }) => end ?? Number.NaN),
    tasks: columnsOfTasks(run.tasks),
    cores: columnsOfCores(bursts, end),
    rounds: new Float64Array(0),
    devices: { operations: zeros(), busy: zeros(), queued: zeros() },
  });
}

/** When the last thing ends, ns. */
function endOf(tasks: readonly Life[]): Nanos {
  const ends = tasks.map(({ arrival, segments }) => segments.at(-1)?.end ?? arrival);
  return ends.reduce((latest, end) => (end > latest ? end : latest), 0 as Nanos);
}

/** What each core ran, in order of time. */
function burstsOf(cores: number, tasks: readonly Life[]): Burst[][] {
  const found: Burst[][] = Array.from({ length: cores }, () => []);
  for (const [task, { segments }] of tasks.entries()) {
    for (const { core, start, end } of segments) found[core ?? NONE]?.push({ task, start, end });
  }
  return found.map((bursts) => bursts.sort((a, b) => a.start - b.start));
}

/** How often a core began to run a task other than the one that it last ran. */
const switchesOf = (bursts: readonly Burst[]) =>
  bursts.filter(({ task }, i) => task !== bursts[i - 1]?.task).length;

function columnsOfTasks(tasks: readonly Life[]): TaskColumns {
  const columns = taskColumns(
    tasks.length,
    tasks.reduce((sum, { segments }) => sum + segments.length, 0),
  );
  let row = 0;
  for (const [task, { segments }] of tasks.entries()) {
    for (const { state, start, cause, core, worker, causedBy } of segments) {
      const code = TASK_STATES.indexOf(state);
      append(columns, row, task, { start, state: code, task: causedBy ?? NONE });
      columns.cause[row] = CAUSES.indexOf(cause);
      columns.core[row] = core ?? NONE;
      columns.worker[row] = worker ?? NONE;
      row += 1;
    }
  }
  return columns;
}

/** Where nobody runs, a core is idle; bursts of one task that follow each other are one segment. */
function columnsOfCores(cores: readonly (readonly Burst[])[], clockEnd: Nanos): Columns {
  const most = cores.reduce((sum, bursts) => sum + 2 * bursts.length + 1, 0);
  const columns = coreColumns(cores.length, most);
  let row = 0;
  for (const [core, bursts] of cores.entries()) {
    let until = 0 as Nanos;
    let ran = NONE;
    const idle = { state: CORE_IDLE, task: NONE };
    for (const { task, start, end } of bursts) {
      if (start > until) append(columns, row++, core, { ...idle, start: until });
      if (start > until || task !== ran) {
        append(columns, row++, core, { state: CORE_RUNNING, task, start });
      }
      until = end;
      ran = task;
    }
    if (clockEnd > until) append(columns, row++, core, { ...idle, start: until });
  }
  return columns;
}

/** Writes a row as its owner's last segment so far: when it starts, its state and its task, as codes. */
function append(columns: Columns, row: number, owner: number, segment: Row): void {
  columns.before[row] = columns.last[owner] as number;
  columns.start[row] = segment.start;
  columns.state[row] = segment.state;
  columns.task[row] = segment.task;
  columns.last[owner] = row;
}

interface Row {
  readonly start: Nanos;
  readonly state: number;
  readonly task: number;
}

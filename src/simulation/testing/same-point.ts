// What a second run did where a task of a first one lacked a worker or a core, found by counting CPU time; and what is said of it, held against that.

import { instants, segmentAt } from '../readers/instants.ts';
import type { LackStretch } from '../readers/lack.ts';
import type { Sentence } from '../readers/sentence.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { Scenario, Step } from '../scenario/scenario.ts';
import type { TaskSegment, TaskTrace, Trace } from '../trace/trace.ts';
import { bare, falseClaims } from './claims.ts';
import { fixed, timeIn, written, writtenOut } from './programs.ts';

/** The lengths (ns) of a task's cpu steps, also those of no length. */
const cpuSteps = (any: Scenario, task: TaskTrace) =>
  writtenOut(written(any, task).steps).flatMap((step: Step) =>
    step.kind === 'cpu' && 'duration' in step ? [fixed(step.duration)] : [],
  );

/** How long (ns) a task had computed. */
const computed = (task: TaskTrace, at: number) => timeIn(task, 'running', 0, at);

/** The CPU time (ns) behind the same point of the same step in two programs of as many; or how long that step is, where it is over before. */
function behind(first: readonly number[], second: readonly number[], done: number) {
  const step = first.findIndex((_, i) => done < sum(first.slice(0, i + 1)));
  const inside = done - sum(first.slice(0, step));
  const length = second[step] as number;
  return inside < length ? { behind: sum(second.slice(0, step)) + inside } : { length };
}

const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);

/** The last instant (ns) at which a task has computed so long (ns) and no longer. */
function lastWith(trace: Trace, task: TaskTrace, done: number): Nanos {
  const last = instants(trace).findLast(
    (at) => at >= task.arrival && computed(task, at) <= done,
  ) as Nanos;
  return (last + done - computed(task, last)) as Nanos;
}

const lacks = (segment: TaskSegment | undefined) =>
  segment?.state === 'queued' || segment?.state === 'runnable';

/** What a task that lacks a worker or a core is said to be. */
function standing({ scenario }: Trace, segment: TaskSegment | undefined): string | undefined {
  if (segment?.state === 'queued') return 'in line';
  if (segment?.state !== 'runnable') return undefined;
  return segment.worker === null && scenario.workers !== 'per-task' ? 'in line' : 'runnable';
}

/**
 * What is wrong with a sentence that says what became in a second run of a stretch in which a task of the first
 * lacked a worker or a core. The task's steps are as many in both, of fixed lengths.
 */
export function wrongly(
  first: Trace,
  second: Trace,
  stretch: LackStretch,
  twin: number,
  sentence: Sentence,
): string[] {
  const said = bare(sentence, twin);
  if (said === '') return ['nothing is said'];
  const [one, other] = [first.tasks[stretch.task], second.tasks[twin]] as [TaskTrace, TaskTrace];
  const expect = (text: string) => (said === text ? [] : [`"${text}" was expected`]);
  let at = other.arrival;
  if (stretch.state === 'queued') {
    while (lacks(segmentAt(other.segments, at))) {
      at = (segmentAt(other.segments, at) as TaskSegment).end;
    }
  } else {
    const lengths = [cpuSteps(first.scenario, one), cpuSteps(second.scenario, other)] as const;
    const found = behind(...lengths, computed(one, stretch.start));
    if (found.length !== undefined) {
      return expect(
        `S had ${found.length === 0 ? 'nothing' : `only ${toMs(found.length as Nanos)} ms`} to compute in that step.`,
      );
    }
    at = lastWith(second, other, found.behind as number);
  }
  const now = segmentAt(other.segments, at);
  const before = segmentAt(other.segments, (at - 1) as Nanos);
  if (now !== undefined && before === now) {
    return expect(`S kept its core and ran from ${toMs(now.start)} to ${toMs(now.end)} ms.`);
  }
  if (!lacks(before)) {
    return falseClaims(said, second, twin, at).map((claim) => `at ${at} false: ${claim}`);
  }
  // The time in which it lacked something up to that instant, without gaps, by what it lacked.
  let rest = said;
  const wrong: string[] = [];
  let from = at;
  while (lacks(segmentAt(other.segments, (from - 1) as Nanos))) {
    from = (segmentAt(other.segments, (from - 1) as Nanos) as TaskSegment).start;
  }
  while (from < at) {
    const word = standing(second, segmentAt(other.segments, from) as TaskSegment);
    let until = from;
    while (until < at && standing(second, segmentAt(other.segments, until)) === word) {
      until = (segmentAt(other.segments, until) as TaskSegment).end;
    }
    const isFirst = rest === said;
    const span = `from ${toMs(from)} to ${toMs(until)} ms. `;
    const lead = isFirst
      ? `S was ${word}${word === standing(first, stretch) ? ' too' : ''}, ${span}`
      : `It was then ${word} ${span}`;
    if (!rest.startsWith(lead)) return [...wrong, `"${lead}" was expected`];
    const next = rest.indexOf('It was then ', lead.length);
    const reason = next === -1 ? rest.slice(lead.length) : rest.slice(lead.length, next);
    if (reason === '') wrong.push('no reason is given');
    const start = from;
    wrong.push(
      ...falseClaims(reason, second, twin, start).map((claim) => `at ${start} false: ${claim}`),
    );
    rest = next === -1 ? '' : rest.slice(next);
    from = until;
  }
  if (rest !== '') wrong.push(`too much: ${rest}`);
  return wrong;
}

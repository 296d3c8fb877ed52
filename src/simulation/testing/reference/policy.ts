// The second simulator's policies: who stands before whom in the run queue, and who must give way.
import { charge, MS, virtualTime } from './fair.ts';
import type { State, Worker } from './state.ts';

/** Why a worker joins the run queue. */
export type Reason = 'waited' | 'gives way' | 'preempted';

/** Puts a worker into the run queue; it has a task. */
export function join(state: State, worker: Worker, reason: Reason): void {
  const { runQueue, floor, now } = state;
  const wakes = worker.joinedOnce && reason === 'waited';
  if (!worker.joinedOnce) worker.virtual = floor;
  else if (wakes) worker.virtual = Math.max(worker.virtual, floor - 3 * MS);
  worker.woke = wakes ? now : null;
  worker.joinedOnce = true;
  const mine = rank(state, worker);
  const ahead = state.scenario.policy === 'priority' && reason === 'preempted';
  const behind = runQueue.findIndex((other) => {
    const theirs = rank(state, other);
    return ahead ? theirs >= mine : theirs > mine;
  });
  runQueue.splice(behind === -1 ? runQueue.length : behind, 0, worker);
}

/** What the policy orders by: less goes first. */
function rank({ scenario }: State, worker: Worker): number {
  const job = worker.job;
  if (!job) throw new Error('A worker without a task stands nowhere.');
  switch (scenario.policy) {
    case 'shortest-remaining':
      return job.todo.reduce((sum, { kind, left }) => (kind === 'cpu' ? sum + left : sum), 0);
    case 'priority':
      return -(job.task.priority ?? 0);
    case 'fair':
      return worker.virtual + virtualTime(worker);
    case 'fifo':
    case 'round-robin':
      return 0;
  }
}

/** Takes whoever must go off its core for the first in the run queue, if anyone must, and says whose core it is. */
export function preempted(state: State): Worker | null {
  const { cores, runQueue, scenario, now } = state;
  const first = runQueue[0];
  if (!first || scenario.policy === 'fifo' || scenario.policy === 'round-robin') return null;
  const running = cores.flatMap(({ worker, does }) =>
    worker && does === 'computes' ? [worker] : [],
  );
  if (running.length === 0) return null;
  const most = Math.max(...running.map((worker) => rank(state, worker)));
  const last = running.find((worker) => rank(state, worker) === most) as Worker;
  if (scenario.policy === 'fair') {
    if (first.woke !== now || rank(state, first) + MS >= most) return null;
    charge(state, last);
    return last;
  }
  return rank(state, first) < most ? last : null;
}

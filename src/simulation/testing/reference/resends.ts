// The second simulator's requests: who waits for an answer, and asks again.
import { type Job, type Request, type State, sendAgain } from './state.ts';
import { beginRound } from './steps.ts';

/** A task has been sent for the first time: if it may be sent again, its answer is awaited. */
export function send(state: State, job: Job): void {
  const { sendings } = state;
  if (job.task.retry) state.requests.push({ sendings: [job], place: sendings });
  state.sendings += 1;
}

/** When a request is sent again, if nothing comes before; infinity if it is not. */
export function resendsAt({ sendings }: Request): number {
  const last = sendings.at(-1) as Job;
  const { after, times } = last.task.retry ?? { after: Infinity, times: 0 };
  const isOver = sendings.length > times || sendings.some(({ ended }) => ended !== null);
  return isOver ? Infinity : last.arrival + after;
}

/** All that has waited long enough is sent again, in the order in which it was last sent. */
export function resends(state: State): void {
  const due = state.requests.filter((request) => resendsAt(request) === state.now);
  for (const request of due.sort((a, b) => a.place - b.place)) {
    const { sendings } = request;
    const job = sendAgain(state, sendings[0] as Job, sendings.length);
    sendings.push(job);
    request.place = state.sendings++;
    beginRound(state, job);
  }
}

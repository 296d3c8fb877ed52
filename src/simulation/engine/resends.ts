// Requests that are sent again: whose answer is awaited until when, and what has been answered.
import { EventQueue } from '../queues/event-queue.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import { NEVER } from '../trace/codes.ts';
import type { Expanded } from './expand.ts';

/** Times in ns. A request is known by the index of its first sending. */
export class Resends {
  readonly #tasks: Scenario['tasks'];
  readonly #expanded: Expanded;
  /** The request that each resend is of, and which of its resends, in the order in which they were sent. */
  readonly #requestOf: number[] = [];
  readonly #numberOf: number[] = [];
  /** How often each request was sent again, and whether it has been answered. */
  readonly #resent: Int32Array;
  readonly #isAnswered: Uint8Array;
  /** When requests are sent again, unless they are answered before. */
  readonly #due = new EventQueue();

  constructor(tasks: Scenario['tasks'], expanded: Expanded) {
    this.#tasks = tasks;
    this.#expanded = expanded;
    this.#resent = new Int32Array(expanded.firsts);
    this.#isAnswered = new Uint8Array(expanded.firsts);
  }

  /** When the next request is sent again; NEVER when none awaits its answer and may be. */
  get next(): number {
    const due = this.#due;
    while (due.length > 0 && this.#isAnswered[due.next] === 1) due.pop();
    return due.length > 0 ? due.earliest : NEVER;
  }

  /** A task has been sent, for the first time or again: its answer is awaited, where it can be sent once more. */
  sent(task: number, at: number): void {
    const { retry } = this.#tasks[this.#expanded.of[task] as number] as Task;
    if (retry === undefined) return;
    const request = this.#request(task);
    if ((this.#resent[request] as number) < retry.times) this.#due.push(at + retry.after, request);
  }

  /** Makes the resend of the request that is due, and returns its index. */
  send(at: number): number {
    const { firsts } = this.#expanded;
    const request = this.#due.pop();
    const number = (this.#resent[request] as number) + 1;
    const task = firsts + this.#requestOf.length;
    this.#resent[request] = number;
    this.#requestOf.push(request);
    this.#numberOf.push(number);
    this.#expanded.resend(task, request, number, at);
    return task;
  }

  /** For each resend, in their order, two numbers: the task that was sent again, and which of its resends it is. */
  get pairs(): Int32Array {
    const pairs = new Int32Array(this.#requestOf.length * 2);
    for (const [i, request] of this.#requestOf.entries()) {
      pairs[2 * i] = request;
      pairs[2 * i + 1] = this.#numberOf[i] as number;
    }
    return pairs;
  }

  /** A task has ended: its request is answered. */
  answer(task: number): void {
    this.#isAnswered[this.#request(task)] = 1;
  }

  #request(task: number): number {
    const { firsts } = this.#expanded;
    return task < firsts ? task : (this.#requestOf[task - firsts] as number);
  }
}

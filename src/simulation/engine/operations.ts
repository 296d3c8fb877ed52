// Operations that begin together: whose each is, and whether it is the last that its task waits for.
import { NO_INDICES } from './lacking.ts';
import type { Programs } from './programs.ts';

/**
 * A wait is known by a number, in line for a device and while it is under way: one by itself by that of its task, which
 * has no other then; an operation that began with others by one of its own, beyond those of all tasks.
 */
export class Operations {
  readonly #tasks: number;
  readonly #programs: Programs;
  /** Of each operation, from the number of tasks on: its task and its row. Who is done leaves its number to others. */
  readonly #taskOf: number[] = [];
  readonly #rowOf: number[] = [];
  readonly #unused: number[] = [];
  /** How many operations each task still waits for; empty until one does. */
  #left = NO_INDICES;

  constructor(tasks: number, programs: Programs) {
    this.#tasks = tasks;
    this.#programs = programs;
  }

  /** One more that a task waits for, the step in a row. Returns its number. */
  begin(task: number, row: number): number {
    const place = this.#unused.pop() ?? this.#taskOf.length;
    this.#taskOf[place] = task;
    this.#rowOf[place] = row;
    if (this.#left === NO_INDICES) this.#left = new Int32Array(this.#tasks);
    this.#left[task] = (this.#left[task] as number) + 1;
    return this.#tasks + place;
  }

  /** The task that a wait is of. */
  taskOf(wait: number): number {
    return wait < this.#tasks ? wait : (this.#taskOf[wait - this.#tasks] as number);
  }

  /** The row of the step that a wait is; of one by itself the row that its task is at. */
  rowOf(wait: number): number {
    if (wait < this.#tasks) return this.#programs.row(wait);
    return this.#rowOf[wait - this.#tasks] as number;
  }

  /** One that began with others is done. Returns whether its task waits for no other. */
  end(operation: number): boolean {
    const place = operation - this.#tasks;
    const task = this.#taskOf[place] as number;
    this.#unused.push(place);
    const left = (this.#left[task] as number) - 1;
    this.#left[task] = left;
    return left === 0;
  }
}

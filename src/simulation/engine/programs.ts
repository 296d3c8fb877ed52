// How far each task is in its program.
import type { Expanded, Redrawn } from './expand.ts';
import { NO_TIMES } from './lacking.ts';
import { CPU, END, type StepColumns, THINK } from './step-columns.ts';

export class Programs {
  readonly #steps: StepColumns;
  readonly #first: Int32Array;
  readonly #redrawn: Expanded['redrawn'];
  /** The row of the step that each task is at. */
  readonly #at: Int32Array;
  /** What is left of that step (ns), where it is a burst. */
  readonly remaining: Float64Array;
  /** The CPU time that each task has left in its program, a user in its round, ns; empty where nobody asks. */
  readonly cpuLeft: Float64Array;
  readonly #countsCpu: boolean;
  /** When each user's round began, ns. */
  readonly roundStart: Float64Array;

  /** @param countsCpu whether the policy asks for the CPU time that is left */
  constructor({ steps, first, redrawn }: Expanded, countsCpu: boolean) {
    this.#steps = steps;
    this.#first = first;
    this.#redrawn = redrawn;
    this.#at = first.slice();
    this.remaining = new Float64Array(first.length);
    this.#countsCpu = countsCpu;
    this.cpuLeft = countsCpu ? new Float64Array(first.length) : NO_TIMES;
    this.roundStart = new Float64Array(first.length);
  }

  /** The kind of the step that a task is at. */
  kind(task: number): number {
    return this.#steps.kind[this.#at[task] as number] as number;
  }

  /** Its length, ns. */
  length(task: number): number {
    return this.#steps.length[this.#at[task] as number] as number;
  }

  /** The index of its device or lock, or NONE. */
  target(task: number): number {
    return this.#steps.target[this.#at[task] as number] as number;
  }

  /** The row of the step that a task is at. */
  row(task: number): number {
    return this.#at[task] as number;
  }

  /** Puts a task that stands at the first of operations that begin together at the last, which is in this row. */
  passTo(task: number, row: number): void {
    this.#at[task] = row;
  }

  /** Puts a task before its first step, a user before its next round, whose lengths are drawn now. */
  begin(task: number): void {
    const redrawn = this.#redrawn.get(task);
    if (redrawn !== undefined) this.#draw(redrawn);
    const first = this.#first[task] as number;
    if (this.#countsCpu) this.cpuLeft[task] = this.#cpuFrom(first);
    this.#enter(task, first);
  }

  #draw(redrawn: readonly Redrawn[]): void {
    for (const { row, length, stream } of redrawn) this.#steps.length[row] = stream.draw(length);
  }

  /** The CPU time of a program from a row on, ns. */
  #cpuFrom(first: number): number {
    const { kind, length } = this.#steps;
    let cpu = 0;
    for (let row = first; (kind[row] as number) < END; row += 1) {
      if (kind[row] === CPU) cpu += length[row] as number;
    }
    return cpu;
  }

  /** A task has computed for so long, ns. */
  spend(task: number, spent: number): void {
    this.remaining[task] = (this.remaining[task] as number) - spent;
    if (this.#countsCpu) this.cpuLeft[task] = (this.cpuLeft[task] as number) - spent;
  }

  /** Moves a task past the step that it has just done. */
  advance(task: number): void {
    this.#enter(task, (this.#at[task] as number) + 1);
  }

  /** Goes to a row, or to the first after it that is no step of no length. */
  #enter(task: number, row: number): void {
    const { kind, length } = this.#steps;
    let at = row;
    while ((kind[at] as number) <= THINK && length[at] === 0) at += 1;
    this.#at[task] = at;
    this.remaining[task] = length[at] as number;
  }
}

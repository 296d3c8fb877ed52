// How far each task is in its program.
import type { Scenario, Step } from '../scenario.ts';

export class Programs {
  readonly #tasks: Scenario['tasks'];
  /** The index of the step that each task is at; one that takes time. */
  readonly #step: Int32Array;
  /** What is left of that step (ns), where it is a burst. */
  readonly remaining: Float64Array;

  constructor(tasks: Scenario['tasks']) {
    this.#tasks = tasks;
    this.#step = new Int32Array(tasks.length).fill(-1);
    this.remaining = new Float64Array(tasks.length);
    for (let task = 0; task < tasks.length; task += 1) this.advance(task);
  }

  /** The step that a task is at; undefined when it has done all. */
  current(task: number): Step | undefined {
    return this.#tasks[task]?.steps[this.#step[task] as number];
  }

  /** Moves a task past the step that it has just done, to the next that takes time. */
  advance(task: number): void {
    do this.#step[task] = (this.#step[task] as number) + 1;
    while (this.current(task)?.duration === 0);
    this.remaining[task] = this.current(task)?.duration ?? 0;
  }
}

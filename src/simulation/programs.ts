// How far each task is in its program.
import type { Scenario, Step } from './scenario.ts';

export class Programs {
  readonly #tasks: Scenario['tasks'];
  /** The index of the step that each task is at. */
  readonly #step: Int32Array;
  /** What is left to compute of that step (ns), where it is a burst. */
  readonly remaining: Float64Array;

  constructor(tasks: Scenario['tasks']) {
    this.#tasks = tasks;
    this.#step = new Int32Array(tasks.length);
    this.remaining = new Float64Array(tasks.length);
  }

  /** The first step that takes time from where the task stands, at which it then stands; undefined at its end. */
  enter(task: number): Step | undefined {
    const { steps } = this.#tasks[task] as Scenario['tasks'][number];
    let index = this.#step[task] as number;
    while (steps[index]?.duration === 0) index += 1;
    this.#step[task] = index;
    const step = steps[index];
    if (step?.kind === 'cpu') this.remaining[task] = step.duration;
    return step;
  }

  /** Moves a task past the step that it has just done. */
  advance(task: number): void {
    this.#step[task] = (this.#step[task] as number) + 1;
  }
}

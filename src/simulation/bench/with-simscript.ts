// The reference workload in the library simscript: tasks are entities with scripts, and so is the end of an instant.
import { Entity, Simulation } from 'simscript';
import type { Scenario, Step } from '../index.ts';
import { Dispatcher, Life } from './dispatcher.ts';

class Threads extends Simulation {
  readonly scenario: Scenario;
  readonly dispatcher: Dispatcher;
  readonly lives: Life[] = [];
  #isTouched = false;

  constructor(scenario: Scenario) {
    super();
    this.scenario = scenario;
    this.dispatcher = new Dispatcher(scenario.cores);
    // Else it waits for a browser to draw, now and then.
    this.yieldInterval = Number.POSITIVE_INFINITY;
  }

  override onStarting(): void {
    for (const [index, { steps }] of this.scenario.tasks.entries()) {
      const thread = new Thread(index, steps, this);
      this.lives.push(thread.life);
      this.activate(thread);
    }
  }

  /** Something happens at this instant, so that the dispatcher must have its turn. */
  touch(): void {
    if (this.#isTouched) return;
    this.#isTouched = true;
    this.activate(new Instant(this));
  }

  settle(): void {
    this.#isTouched = false;
    this.dispatcher.settle(this.timeNow);
  }
}

/** The end of an instant: of low priority, so that it comes after all else. */
class Instant extends Entity {
  readonly #threads: Threads;

  constructor(threads: Threads) {
    super();
    this.priority = -1;
    this.#threads = threads;
  }

  override async script(): Promise<void> {
    await this.delay(0);
    this.#threads.settle();
  }
}

class Thread extends Entity {
  readonly life: Life;
  readonly #threads: Threads;
  readonly #steps: readonly Step[];
  #isSwitch = false;

  constructor(index: number, steps: readonly Step[], threads: Threads) {
    super();
    this.#steps = steps;
    this.#threads = threads;
    this.life = new Life(index, (isSwitch) => {
      this.#isSwitch = isSwitch;
      this.sendSignal(this.life, 1);
    });
  }

  override async script(): Promise<void> {
    const { dispatcher, scenario } = this.#threads;
    const slice = scenario.slice ?? Number.POSITIVE_INFINITY;
    for (const [i, step] of this.#steps.entries()) {
      const duration = 'duration' in step ? (step.duration as number) : 0;
      if (step.kind === 'io') {
        await this.delay(duration);
        continue;
      }
      dispatcher.wake(this.life, this.#now);
      this.#threads.touch();
      for (let left = duration; left > 0; ) {
        await this.waitSignal(this.life);
        if (this.#isSwitch) await this.delay(scenario.switchCost);
        dispatcher.compute(this.life, this.#now);
        const burst = Math.min(left, slice);
        await this.delay(burst);
        left -= burst;
        if (left > 0) dispatcher.expire(this.life, this.#now);
        else if (i + 1 < this.#steps.length) dispatcher.wait(this.life, this.#now);
        else dispatcher.finish(this.life, this.#now);
        this.#threads.touch();
      }
    }
  }

  get #now(): number {
    return this.#threads.timeNow;
  }
}

/** Runs a scenario whose tasks arrive at 0, compute and wait in turn, and have a thread each. */
export async function withSimscript(scenario: Scenario) {
  const threads = new Threads(scenario);
  await new Promise<void>((resolve) => {
    threads.finished.addEventListener(() => resolve());
    threads.start();
  });
  threads.dispatcher.close(threads.timeNow);
  return { tasks: threads.lives, cores: threads.dispatcher.cores };
}

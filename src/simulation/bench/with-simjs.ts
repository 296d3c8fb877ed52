// The reference workload in the library simjs: tasks are entities that set timers, and so is the end of an instant.
import type { Scenario, Step } from '../index.ts';
import { Dispatcher, Life } from './dispatcher.ts';
import { Entity, Sim } from './simjs.ts';

// The library's facilities choose among their servers by themselves and know no switches, so that timers are what is
// left; with a facility for a single core, or a store of tasks, it takes no less.

/** Lets the dispatcher have its turn after all else of an instant. */
class Instant extends Entity {
  dispatcher!: Dispatcher;
  isDue = false;

  start(dispatcher: Dispatcher): void {
    this.dispatcher = dispatcher;
  }

  /** A timer of no length is due after all that is due by now. */
  touch(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.setTimer(0).done(this.end);
  }

  end(): void {
    this.isDue = false;
    this.dispatcher.settle(this.time());
  }
}

class Thread extends Entity {
  life!: Life;
  steps!: readonly Step[];
  instant!: Instant;
  slice = 0;
  switchCost = 0;
  step = 0;
  /** What is left of its step, and how much of it is done on the core that it has, ns. */
  left = 0;
  burst = 0;

  start(index: number, instant: Instant, { tasks, slice, switchCost }: Scenario): void {
    this.life = new Life(index, (isSwitch) => this.takeCore(isSwitch));
    this.steps = tasks[index]?.steps ?? [];
    this.instant = instant;
    this.slice = slice ?? Number.POSITIVE_INFINITY;
    this.switchCost = switchCost;
    this.left = this.length();
    this.wake();
  }

  wake(): void {
    this.instant.dispatcher.wake(this.life, this.time());
    this.instant.touch();
  }

  takeCore(isSwitch: boolean): void {
    if (isSwitch) this.setTimer(this.switchCost).done(this.compute);
    else this.compute();
  }

  compute(): void {
    this.instant.dispatcher.compute(this.life, this.time());
    this.burst = Math.min(this.left, this.slice);
    this.setTimer(this.burst).done(this.stop);
  }

  stop(): void {
    const { life, instant } = this;
    const at = this.time();
    this.left -= this.burst;
    if (this.left > 0) {
      instant.dispatcher.expire(life, at);
    } else if (this.advance()) {
      instant.dispatcher.wait(life, at);
      this.setTimer(this.left).done(this.endWait);
    } else {
      instant.dispatcher.finish(life, at);
    }
    instant.touch();
  }

  endWait(): void {
    this.advance();
    this.wake();
  }

  /** Goes on to the next step; returns whether there is one. */
  advance(): boolean {
    this.step += 1;
    this.left = this.length();
    return this.step < this.steps.length;
  }

  length(): number {
    const step = this.steps[this.step];
    return step !== undefined && 'duration' in step ? (step.duration as number) : 0;
  }
}

/** Runs a scenario whose tasks arrive at 0, compute and wait in turn, and have a thread each. */
export function withSimjs(scenario: Scenario) {
  const sim = new Sim();
  const dispatcher = new Dispatcher(scenario.cores);
  const instant = sim.addEntity(Instant, 'instant', dispatcher);
  const tasks = scenario.tasks.map(
    ({ name }, index) => sim.addEntity(Thread, name, index, instant, scenario).life,
  );
  sim.simulate(Number.POSITIVE_INFINITY);
  dispatcher.close(instant.time());
  return { tasks, cores: dispatcher.cores };
}

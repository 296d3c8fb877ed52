// A run queue in order of a rank that each worker has as it joins: what several policies are made of.
import { EventQueue } from '../queues/event-queue.ts';
import { Policy } from './policy.ts';

/** Preempts. Who joins is pushed to `line` with a rank: the least goes first, equals in order of joining. */
export abstract class Ranked extends Policy {
  override readonly preempts = true;
  protected readonly line = new EventQueue();

  override get length(): number {
    return this.line.length;
  }

  override get first(): number {
    return this.line.next;
  }

  override take(): number {
    return this.line.pop();
  }

  /** Strictly before: equals do not preempt each other. */
  override comesBefore(standing: number, _at: number): boolean {
    return this.line.earliest < standing;
  }
}

// The queue of the library flatqueue beside the engine's own, under the load that an engine makes.
import FlatQueue from 'flatqueue';
import { EventQueue } from '../engine/event-queue.ts';
import { stepsOf } from './workload.ts';

/** A line of what is due; times in ns. */
export interface Queue {
  /** The earliest time. */
  readonly earliest: number;
  push(time: number, item: number): void;
  /** Takes out the item that is next. */
  pop(): number;
}

/** flatqueue as it comes: entries of the same time come out in no order that is told. */
class PlainFlatQueue implements Queue {
  readonly #queue: FlatQueue;

  /** @param capacity how many items there are; each has at most one entry */
  constructor(capacity: number) {
    this.#queue = new FlatQueue(capacity, Float64Array, Int32Array);
  }

  get earliest(): number {
    return this.#queue.peekValue() ?? Number.POSITIVE_INFINITY;
  }

  push(time: number, item: number): void {
    this.#queue.push(item, time);
  }

  pop(): number {
    return this.#queue.pop() as number;
  }
}

/**
 * flatqueue with entries of the same time in order of their joining: one number cannot hold a time up to 2^53 and a
 * place too, so that all of one time are taken out together and sorted by their places, which are kept aside.
 */
class OrderedFlatQueue implements Queue {
  readonly #queue: FlatQueue;
  readonly #places: Float64Array;
  #pushed = 0;
  /** What was taken out together, its time, and how many of it have been handed on. */
  #batch: number[] = [];
  #time = 0;
  #handed = 0;

  /** @param capacity how many items there are; each has at most one entry */
  constructor(capacity: number) {
    this.#queue = new FlatQueue(capacity, Float64Array, Int32Array);
    this.#places = new Float64Array(capacity);
  }

  get earliest(): number {
    if (this.#handed < this.#batch.length) return this.#time;
    return this.#queue.peekValue() ?? Number.POSITIVE_INFINITY;
  }

  /** @param time not before what was taken out last */
  push(time: number, item: number): void {
    this.#places[item] = this.#pushed++;
    this.#queue.push(item, time);
  }

  pop(): number {
    if (this.#handed === this.#batch.length) this.#gather();
    return this.#batch[this.#handed++] as number;
  }

  #gather(): void {
    const queue = this.#queue;
    const places = this.#places;
    this.#time = this.earliest;
    this.#batch = [];
    this.#handed = 0;
    do this.#batch.push(queue.pop() as number);
    while (queue.peekValue() === this.#time);
    if (this.#batch.length > 1) {
      this.#batch.sort((a, b) => (places[a] as number) - (places[b] as number));
    }
  }
}

export type QueueName = 'ours' | 'flatqueue' | 'flatqueue in order';

/** A new queue for so many items. */
export const QUEUES: Record<QueueName, (capacity: number) => Queue> = {
  ours: () => new EventQueue(),
  flatqueue: (capacity) => new PlainFlatQueue(capacity),
  'flatqueue in order': (capacity) => new OrderedFlatQueue(capacity),
};

/** How long each of so many tasks waits, ns: the first waits of the reference workload. */
export const waitsOf = (tasks: number): Float64Array =>
  Float64Array.from({ length: tasks }, (_, i) => {
    const wait = stepsOf(i)[1];
    return wait !== undefined && 'duration' in wait ? (wait.duration as number) : 0;
  });

/**
 * The hold model: each task has a wait pending, of the length given, ns; so many times the first of all waits ends and
 * another begins. Returns a number that tells the order in which they ended.
 */
export function hold(queue: Queue, waits: Float64Array, times: number): number {
  for (let i = 0; i < waits.length; i += 1) queue.push(waits[i] as number, i);
  let order = 0;
  for (let i = 0; i < times; i += 1) {
    const at = queue.earliest;
    const item = queue.pop();
    order = (Math.imul(order, 31) + item) | 0;
    queue.push(at + (waits[item] as number), item);
  }
  return order;
}

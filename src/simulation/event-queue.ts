// The IO under way, earliest first and, at one instant, in the order in which it began: a binary heap.

/** A priority queue of (time, order begun), each entry carrying a task's index. */
export class EventQueue {
  readonly #times: number[] = [];
  readonly #orders: number[] = [];
  readonly #tasks: number[] = [];
  #begun = 0;

  /** The earliest time (ns), or infinity when nothing is under way. */
  get earliest(): number {
    return this.#times[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Adds an entry that is due at `time` (ns). O(log n). */
  push(time: number, task: number): void {
    let at = this.#times.length;
    const order = this.#begun++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#times[parent] as number) <= time) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, time, order, task);
  }

  /** Takes out the earliest entry and returns its task; the queue must not be empty. O(log n). */
  pop(): number {
    const first = this.#tasks[0] as number;
    const time = this.#times.pop() as number;
    const order = this.#orders.pop() as number;
    const task = this.#tasks.pop() as number;
    const size = this.#times.length;
    if (size === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(child + 1, child)) child += 1;
      const childTime = this.#times[child] as number;
      if (time < childTime || (time === childTime && order < (this.#orders[child] as number))) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, time, order, task);
    return first;
  }

  #before(a: number, b: number): boolean {
    const ta = this.#times[a] as number;
    const tb = this.#times[b] as number;
    return ta < tb || (ta === tb && (this.#orders[a] as number) < (this.#orders[b] as number));
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#times[from] as number, this.#orders[from] as number, this.#tasks[from] as number);
  }

  #set(at: number, time: number, order: number, task: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#tasks[at] = task;
  }
}

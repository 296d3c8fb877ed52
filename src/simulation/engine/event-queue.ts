// A line in order of time and, at one instant, of joining: the total order of what is due.

/** A binary heap by (time, sequence). Any number may stand for a time: what has a rank waits in order of rank. */
export class EventQueue {
  readonly #times: number[] = [];
  readonly #sequences: number[] = [];
  readonly #items: number[] = [];
  #pushed = 0;

  /** The earliest time (ns), or infinity when it is empty. */
  get earliest(): number {
    return this.#times[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Adds an entry that is due at `time` (ns). O(log n). */
  push(time: number, item: number): void {
    let at = this.#times.length;
    const sequence = this.#pushed++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#times[parent] as number) <= time) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, time, sequence, item);
  }

  /** Takes out the earliest entry and returns its item; the queue must not be empty. O(log n). */
  pop(): number {
    const first = this.#items[0] as number;
    const time = this.#times.pop() as number;
    const sequence = this.#sequences.pop() as number;
    const item = this.#items.pop() as number;
    const size = this.#times.length;
    if (size === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(child + 1, child)) child += 1;
      const childTime = this.#times[child] as number;
      if (time < childTime || (time === childTime && sequence < (this.#sequences[child] as number)))
        break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, time, sequence, item);
    return first;
  }

  #before(a: number, b: number): boolean {
    const ta = this.#times[a] as number;
    const tb = this.#times[b] as number;
    return (
      ta < tb || (ta === tb && (this.#sequences[a] as number) < (this.#sequences[b] as number))
    );
  }

  #move(from: number, to: number): void {
    this.#set(
      to,
      this.#times[from] as number,
      this.#sequences[from] as number,
      this.#items[from] as number,
    );
  }

  #set(at: number, time: number, sequence: number, item: number): void {
    this.#times[at] = time;
    this.#sequences[at] = sequence;
    this.#items[at] = item;
  }
}

// A line in order of time and, at one instant, of joining: the total order of what is due.

const FIRST_ROOM = 8;

/** A binary heap by (time, sequence). Any number may stand for a time: what has a rank waits in order of rank. */
export class EventQueue {
  #times = new Float64Array(FIRST_ROOM);
  #sequences = new Int32Array(FIRST_ROOM);
  #items = new Int32Array(FIRST_ROOM);
  #size = 0;
  #pushed = 0;
  #earliest = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.#size;
  }

  /** The earliest time (ns), or infinity when it is empty. */
  get earliest(): number {
    return this.#earliest;
  }

  /** The item that is next; the queue must not be empty. */
  get next(): number {
    return this.#items[0] as number;
  }

  /**
   * Adds an entry that is due at `time` (ns). O(log n).
   *
   * @param sequence its place among those of the same time; after all others if it is left out
   */
  push(time: number, item: number, sequence = this.#pushed++): void {
    if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const sequences = this.#sequences;
    const items = this.#items;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = times[parent] as number;
      if (above < time || (above === time && (sequences[parent] as number) < sequence)) break;
      times[at] = above;
      sequences[at] = sequences[parent] as number;
      items[at] = items[parent] as number;
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    items[at] = item;
    this.#earliest = times[0] as number;
  }

  /** Takes out the earliest entry and returns its item; the queue must not be empty. O(log n). */
  pop(): number {
    const times = this.#times;
    const sequences = this.#sequences;
    const items = this.#items;
    const first = items[0] as number;
    const size = --this.#size;
    const time = times[size] as number;
    const sequence = sequences[size] as number;
    const item = items[size] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let below = times[child] as number;
      const right = child + 1;
      if (right < size) {
        const other = times[right] as number;
        if (
          other < below ||
          (other === below && (sequences[right] as number) < (sequences[child] as number))
        ) {
          child = right;
          below = other;
        }
      }
      if (time < below || (time === below && sequence < (sequences[child] as number))) break;
      times[at] = below;
      sequences[at] = sequences[child] as number;
      items[at] = items[child] as number;
      at = child;
    }
    times[at] = time;
    sequences[at] = sequence;
    items[at] = item;
    this.#earliest = size === 0 ? Number.POSITIVE_INFINITY : (times[0] as number);
    return first;
  }

  #grow(): void {
    const room = this.#size * 2;
    const times = new Float64Array(room);
    const sequences = new Int32Array(room);
    const items = new Int32Array(room);
    times.set(this.#times);
    sequences.set(this.#sequences);
    items.set(this.#items);
    this.#times = times;
    this.#sequences = sequences;
    this.#items = items;
  }
}

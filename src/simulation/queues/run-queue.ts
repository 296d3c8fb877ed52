// A line of tasks or workers, first come, first served, in constant time at both ends.

const FIRST_ROOM = 16;

/** Numbers of tasks or workers, in a ring; what is taken out is what joined first. */
export class RunQueue {
  #items = new Int32Array(FIRST_ROOM);
  /** One less than the room, which is a power of two: the bits of a place in the ring. */
  #mask = FIRST_ROOM - 1;
  #head = 0;
  length = 0;

  /** Joins the tail. */
  join(item: number): void {
    if (this.length > this.#mask) this.#grow();
    this.#items[(this.#head + this.length) & this.#mask] = item;
    this.length += 1;
  }

  /** The head; the line must not be empty. */
  peek(): number {
    return this.#items[this.#head] as number;
  }

  /** Takes the head; the line must not be empty. */
  take(): number {
    const item = this.#items[this.#head] as number;
    this.#head = (this.#head + 1) & this.#mask;
    this.length -= 1;
    return item;
  }

  /** Twice the room, with the head at its beginning. */
  #grow(): void {
    const items = new Int32Array(this.length * 2);
    items.set(this.#items.subarray(this.#head));
    items.set(this.#items.subarray(0, this.#head), this.length - this.#head);
    this.#items = items;
    this.#mask = items.length - 1;
    this.#head = 0;
  }
}

// A line of tasks or workers, first come, first served, in constant time at both ends.

/** Numbers of tasks or workers; what is taken out is what joined first. */
export class RunQueue {
  #items: number[] = [];
  #head = 0;

  get isEmpty(): boolean {
    return this.#head === this.#items.length;
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  /** Joins the tail. */
  join(item: number): void {
    this.#items.push(item);
  }

  /** The head; the line must not be empty. */
  peek(): number {
    return this.#items[this.#head] as number;
  }

  /** Takes the head; the line must not be empty. */
  take(): number {
    const item = this.#items[this.#head++] as number;
    // Forgets what was taken once it is half of the list, so that a long run does not grow it for ever.
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}

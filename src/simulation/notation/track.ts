// Finds the place in a text that a path into its scenario leads to.

/** Told, while a text is read, where the part of the scenario with this path begins. */
export type Track = (path: string, offset: number) => void;

/** Looks for one path: finds it, or the nearest part that it lies in. */
export class Search {
  readonly #path: string;
  #nearest = '';
  /** Undefined while nothing that the path lies in has been found. */
  offset: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  readonly track: Track = (path, offset) => {
    if (path.length <= this.#nearest.length || !this.#path.startsWith(path)) return;
    this.#nearest = path;
    this.offset = offset;
  };
}

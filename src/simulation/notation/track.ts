// Finds the place in a text that a path into its scenario leads to.

/** Told, while a text is read, where the part of the scenario with this path begins. */
export type Track = (path: string, offset: number) => void;

/** Looks for one path: finds it, or the nearest part that it lies in. */
export class Search {
  readonly #path: string;
  /** Undefined while nothing that the path lies in has been found. */
  offset: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  readonly track: Track = (path, offset) => {
    // Parts are told of after what they lie in: the last is the nearest.
    if (this.#path.startsWith(path)) this.offset = offset;
  };
}

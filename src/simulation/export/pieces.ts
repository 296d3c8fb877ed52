// JSON in pieces: of a long run neither the text nor all that it tells has room at once.
import { escaped } from '../scenario/quoted.ts';

/** A list whose items are made one by one as they are written. */
export class Each<T> {
  readonly #items: () => Iterable<T>;

  constructor(items: () => Iterable<T>) {
    this.#items = items;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items()[Symbol.iterator]();
  }
}

/** Whether a field is such a list, or one of its own fields is. */
const isListed = (field: unknown) =>
  field instanceof Each ||
  (typeof field === 'object' &&
    field !== null &&
    Object.values(field).some((one) => one instanceof Each));

/** `JSON.stringify` of plain data with such lists in it; no character in it steers a terminal. */
export function* jsonPieces(value: object): Generator<string> {
  if (value instanceof Each) {
    let before = '[';
    for (const item of value) {
      yield before;
      yield* jsonPieces(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  } else if (Object.values(value).some(isListed)) {
    let before = '{';
    for (const [name, field] of Object.entries(value)) {
      yield `${before}${JSON.stringify(name)}:`;
      if (typeof field === 'object' && field !== null) yield* jsonPieces(field);
      else yield escaped(JSON.stringify(field));
      before = ',';
    }
    yield '}';
  } else {
    yield escaped(JSON.stringify(value));
  }
}

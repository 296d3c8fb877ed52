// Strict reading of JSON: each value knows its place in the file, so that a mistake is told with it.

/** Letters of a value that an error shows. */
const LONGEST = 60;

function asText(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A value in a file. Its readers throw an error that says where it is, what was found and what would do. */
export class Field {
  readonly file: string;
  /** "tasks[0].name"; empty for the whole. */
  readonly path: string;
  readonly value: unknown;

  constructor(file: string, path: string, value: unknown) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  /**
   * @param wanted what would do, as a phrase
   * @param found what was found, as a phrase; by default the value itself
   * @throws Error always
   */
  refuse(wanted: string, found = asText(this.value)): never {
    const place = this.path === '' ? this.file : `${this.file}: ${this.path}`;
    throw new Error(`${place}: found ${found}; ${wanted} would do.`);
  }

  /** The fields of an object that has these and no others. */
  object<const K extends string>(names: readonly K[]): Record<K, Field> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.refuse(`an object with ${names.join(', ')}`);
    }
    const value = this.value as Record<string, unknown>;
    const strange = Object.keys(value).find((name) => !(names as readonly string[]).includes(name));
    if (strange !== undefined) this.refuse(`only ${names.join(', ')}`, `a field "${strange}"`);
    const at = (name: string) => (this.path === '' ? name : `${this.path}.${name}`);
    return Object.fromEntries(
      names.map((name) => [name, new Field(this.file, at(name), value[name])]),
    ) as Record<K, Field>;
  }

  /** The items of a list that is not empty. @param length how many there must be, where that is known */
  list(of: string, length?: number): Field[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length === 0 || value.length !== (length ?? value.length)) {
      this.refuse(`a list of ${length === undefined ? '' : `${length} `}${of}`);
    }
    return value.map((item, i) => new Field(this.file, `${this.path}[${i}]`, item));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value === '') this.refuse('a text');
    return this.value;
  }

  oneOf<const T extends string>(allowed: readonly T[]): T {
    const found = allowed.find((one) => one === this.value);
    return found ?? this.refuse(allowed.map((one) => `"${one}"`).join(' or '));
  }

  whole(from: number, to: number): number {
    const { value } = this;
    const fits = Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
    return fits ? (value as number) : this.refuse(`a whole number from ${from} to ${to}`);
  }

  /** A time in ms, as a number with so many decimals at most. */
  milliseconds(decimals: number): number {
    const { value } = this;
    const fits =
      typeof value === 'number' && value >= 0 && Number(value.toFixed(decimals)) === value;
    return fits ? value : this.refuse(`a time in ms, from 0, with at most ${decimals} decimals,`);
  }
}

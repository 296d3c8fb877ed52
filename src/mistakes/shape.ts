// How what an author wrote is held against a declaration: the kinds of value there are, and what is said of each mistake.
import { z } from 'astro/zod';
import { meant } from './nearest.ts';

/** Text. A message ends with what would do. */
export const text = (such: string) =>
  z.string({ error: `a text, ${such},` }).refine((value) => value.trim() !== '', {
    error: `a text, ${such},`,
  });

export const number = (such: string) => z.number({ error: `a number, ${such},` });

/** A whole number. @param least the least that will do */
export const whole = (least: number, such: string) => {
  const error = `a whole number from ${least}, ${such},`;
  return z.number({ error }).int({ error }).gte(least, { error });
};

/** Nothing but true: what is left out is not so. */
export const only = (such: string) => z.literal(true, { error: `${such}, or nothing,` });

export const list = <T extends z.ZodType>(of: T, such: string) =>
  z.array(of, { error: `a list, ${such},` });

export const fields = <T extends z.ZodRawShape>(shape: T, such = 'fields with a colon each') =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? `${such}` : undefined),
  });

/** What is wrong with a value, and in which part of it: ['options', 2, 'why']. */
export interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

interface Given {
  /** What it is that has these names: "<Fact>", "the head". */
  readonly owner: string;
  /** A part as it was written: `stated="5"`. */
  written(path: readonly PropertyKey[], value: unknown): string;
}

/** The declaration of an object, for its names. */
type Shape = z.ZodObject<z.ZodRawShape>;

/** What is wrong with a value. Of several shapes, with that which it comes nearest to. */
export function wrongWith(shapes: readonly Shape[], value: unknown, given: Given): Wrong[] {
  const names = [...new Set(shapes.flatMap((shape) => Object.keys(shape.shape)))];
  const tried = shapes.map((shape) => wrongWithOne(shape, value, given, names));
  return tried.reduce((best, one) => (one.length < best.length ? one : best));
}

function wrongWithOne(
  shape: Shape,
  value: unknown,
  given: Given,
  allNames: readonly string[],
): Wrong[] {
  const { error } = shape.safeParse(value);
  return (error?.issues ?? []).flatMap(({ path, message, ...issue }): Wrong[] => {
    const owner = path.length === 0 ? given.owner : nameOf(path);
    if (issue.code === 'unrecognized_keys') {
      const own = namesAt(shape, path);
      return issue.keys.map((key) => {
        const found = given.written([...path, key], valueAt(value, [...path, key]));
        return {
          path: [...path, key],
          said: `${given.owner}: found ${found}; ${meant(key, path.length === 0 ? allNames : own)}${owner} has ${own.join(', ') || 'none'}.`,
        };
      });
    }
    const found = valueAt(value, path);
    if (found === undefined) {
      return [{ path, said: `${given.owner}: found no ${nameOf(path)}; ${message} would do.` }];
    }
    return [
      { path, said: `${given.owner}: found ${given.written(path, found)}; ${message} would do.` },
    ];
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

/** The names that the object at a path may have. */
function namesAt(shape: Shape, path: readonly PropertyKey[]): string[] {
  let at: unknown = shape;
  for (const key of path) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
    at = at instanceof z.ZodArray ? at.element : (at as Shape).shape[key as string];
  }
  while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
  return Object.keys((at as Shape).shape);
}

/** A part in words: "why of the 3rd of options". */
export function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `the ${ordinal(key + 1)}` : String(key)))
    .reverse()
    .join(' of ');
}

function ordinal(n: number): string {
  const ending = ['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th';
  return `${n}${ending}`;
}

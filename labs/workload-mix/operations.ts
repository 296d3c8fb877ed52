// The operations that a request of this lab is composed of, and which of the two kinds of work each is.
import type { Step } from '@interleave/simulation';
import { cpu, io } from '@interleave/simulation';

export type Kind = 'waits' | 'computes';

/** The state that a request is in meanwhile, where nothing else wants the core. */
export const STATE = { waits: 'waiting', computes: 'running' } as const;

/** How long each takes, ms, or null for none; and the two settings that change what kind an operation is. */
export interface Request {
  readonly json: number | null;
  readonly validation: number | null;
  readonly jwt: number | null;
  readonly cache: number | null;
  readonly db: number | null;
  readonly http: number | null;
  readonly file: number | null;
  readonly image: number | null;
  readonly compression: number | null;
  readonly log: number | null;
  readonly source: 'disk' | 'memory';
  readonly logging: 'sent' | 'buffered';
}

export type OperationName = Exclude<keyof Request, 'source' | 'logging'>;

export interface Operation {
  readonly name: OperationName;
  readonly label: string;
  /** The longest that its knob reaches, ms. */
  readonly most: number;
  /** What kind of work it is, and why, given the rest of the request; and how long it is, ms, where its knob does not say. */
  kindOf(request: Request): {
    readonly kind: Kind;
    readonly why: string;
    readonly length?: number;
  };
}

/** What copying a cached file takes, ms: assumed. */
const COPY = 1;
/** What writing a log line to a buffer takes, ms: assumed. */
const BUFFERED = 0.01;

const always = (kind: Kind, why: string) => () => ({ kind, why });

/** In the order in which a request does them. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'json',
    label: 'JSON parse',
    most: 50,
    kindOf: always('computes', 'The core looks at every byte.'),
  },
  {
    name: 'validation',
    label: 'Validation',
    most: 50,
    kindOf: always('computes', 'The rules run on the core.'),
  },
  {
    name: 'jwt',
    label: 'JWT sign',
    most: 50,
    kindOf: always('computes', 'Signing is arithmetic.'),
  },
  {
    name: 'cache',
    label: 'Cache lookup',
    most: 50,
    kindOf: always('waits', 'The cache is another process, on this machine or another.'),
  },
  {
    name: 'db',
    label: 'Database query',
    most: 200,
    kindOf: always('waits', 'The database answers when it is done.'),
  },
  {
    name: 'http',
    label: 'HTTP call',
    most: 200,
    kindOf: always('waits', 'Another service answers when it is done.'),
  },
  {
    name: 'file',
    label: 'File read',
    most: 100,
    kindOf: ({ source }) =>
      source === 'disk'
        ? { kind: 'waits', why: 'The disk delivers when it has it.' }
        : {
            kind: 'computes',
            why: 'It is in the page cache: the core copies it from memory, in about 1 ms.',
            length: COPY,
          },
  },
  {
    name: 'image',
    label: 'Image resize',
    most: 200,
    kindOf: always('computes', 'The core computes every pixel.'),
  },
  {
    name: 'compression',
    label: 'Compression',
    most: 200,
    kindOf: always('computes', 'The core looks for repetitions.'),
  },
  {
    name: 'log',
    label: 'Remote log',
    most: 50,
    kindOf: ({ logging }) =>
      logging === 'sent'
        ? { kind: 'waits', why: 'The other machine confirms when it has the line.' }
        : {
            kind: 'computes',
            why: 'The line goes to a buffer in memory, in about 0.01 ms. It is sent later, outside the request.',
            length: BUFFERED,
          },
  },
];

/** An operation that a request does, for so many ms, and of which kind. */
export interface OperationTime {
  readonly operation: Operation;
  readonly length: number;
  readonly kind: Kind;
  readonly why: string;
}

/** What a request does, in order. */
export const operationTimes = (request: Request): OperationTime[] =>
  OPERATIONS.flatMap((operation) => {
    const length = request[operation.name];
    return length === null ? [] : [{ operation, length, ...operation.kindOf(request) }];
  });

/** How long a request is in one way, all in all, ms. */
export const sum = (request: Request, kind: Kind) =>
  operationTimes(request).reduce(
    (total, part) => total + (part.kind === kind ? part.length : 0),
    0,
  );

/** How long a request is, ms. */
export const total = (request: Request) => sum(request, 'waits') + sum(request, 'computes');

/**
 * A request's steps.
 *
 * @param faster how many times as fast the core computes, and as soon the others answer
 */
export const steps = (request: Request, faster: Readonly<Record<Kind, number>>): Step[] =>
  operationTimes(request).map(({ kind, length }) =>
    (kind === 'computes' ? cpu : io)(Number((length / faster[kind]).toFixed(6))),
  );

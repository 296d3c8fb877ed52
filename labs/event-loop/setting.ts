// What can be set in this lab.

export const PROGRAMS = ['requests', 'reads', 'promises', 'queries'] as const;
export type Program = (typeof PROGRAMS)[number];

export const REMEDIES = ['once', 'pieces', 'pool', 'processes', 'threads'] as const;
export type Remedy = (typeof REMEDIES)[number];

export interface Setting {
  readonly program: Program;
  /** How long C's last callback computes, ms. Requests. */
  readonly computes: number;
  /** What becomes of that computing. Requests. */
  readonly remedy: Remedy;
  /** How long the database takes for a query, ms. Requests and queries. */
  readonly database: number;
  /** Whether a request asks its queries one after the other or all at once. Queries. */
  readonly waits: 'in-turn' | 'together';
  /** How many threads libuv's pool has. Reads. */
  readonly 'pool-size': number;
}

/** How long a piece computes before the others in line have their turn, ms. */
export const PIECE = 5;
/** How long a thread keeps the core while others want it, ms. */
export const SLICE = 4;
/** How long the disk takes for one read, ms. */
export const DISK = 20;
export const READS = 6;
export const QUERIES = 4;
/** How many promise callbacks there are, each queued by the one before it. */
export const PROMISES = 4;

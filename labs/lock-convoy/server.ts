// The server of this lab: threads that handle requests one after another, and a lock that each request needs.
import { type Length, ms, type Scenario, type Step, scenario } from '@interleave/simulation';

/** Where a request makes its external call, if it makes one. */
export type Call = 'none' | 'outside' | 'inside';

export interface Setting {
  readonly cores: number;
  /** Each handles a request and then, at once, the next. */
  readonly threads: number;
  /** How much of a request's computing is done with the lock held, %. */
  readonly share: number;
  readonly call: Call;
  /** Whether each request takes as long as any other, or each length is drawn, from nothing to twice as long. */
  readonly lengths: 'alike' | 'vary';
}

/** What a request computes, and what an external call takes, ms. */
export const CPU = 10;
export const CALL = 50;

/** Linux takes the core from a thread after 4 ms where others want it (HZ=250). */
const SLICE = 4;
/** With another, figures of lengths that vary differ by a few per cent. */
const SEED = 2;

/** The parts of a request, ms: computing with the lock held, how long it holds the lock, and all of it. */
export function partsOf({ share, call }: Pick<Setting, 'share' | 'call'>) {
  const inside = (CPU * share) / 100;
  return {
    inside,
    hold: inside + (call === 'inside' ? CALL : 0),
    all: CPU + (call === 'none' ? 0 : CALL),
  };
}

/**
 * The most requests a second in the long run, whatever the order in which threads get cores and the lock: each core
 * computes all the time, or the lock is held all the time, or no thread ever waits for either.
 */
export function bound({ cores, threads, ...request }: Setting): number {
  const { hold, all } = partsOf(request);
  return (
    1000 * Math.min(cores / CPU, threads / all, hold === 0 ? Number.POSITIVE_INFINITY : 1 / hold)
  );
}

/** How many can go on beside each other where no lock is in the way: cores, or threads where they wait for a call. */
const beside = ({ cores, threads, call }: Setting) =>
  call === 'none' ? Math.min(cores, threads) : threads;

/**
 * Amdahl's law for one job that is made of such requests, as requests a second: while its part in the lock is done the
 * rest stands still, and the rest is spread over all that can go on beside each other.
 *
 * Source: Amdahl, "Validity of the single processor approach", AFIPS Spring Joint Computer Conference (1967).
 */
export function amdahl(setting: Setting): number {
  const { hold, all } = partsOf(setting);
  return 1000 / (hold + (all - hold) / beside(setting));
}

/** To whole ns: shares of 10 ms leave fractions that a computer rounds. */
const whole = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));

/** The setting's server up to a horizon, ms. */
export function server(setting: Setting, horizon: number): Scenario {
  const { cores, threads, share, call, lengths } = setting;
  const length = (mean: number): Length =>
    lengths === 'vary' ? { from: ms(0), to: whole(2 * mean) } : whole(mean);
  const computing = (mean: number): Step[] =>
    mean === 0 ? [] : [{ kind: 'cpu', duration: length(mean) }];
  const calling = (where: Call): Step[] =>
    call === where ? [{ kind: 'io', duration: length(CALL) }] : [];
  const { inside } = partsOf(setting);
  return scenario({
    cores,
    slice: ms(SLICE),
    seed: SEED,
    horizon: ms(horizon),
    tasks: [
      {
        name: 'thread',
        count: threads,
        arrival: ms(0),
        think: ms(0),
        steps: [
          ...computing(CPU - inside),
          ...calling('outside'),
          // What takes no time needs no lock.
          ...(share === 0 && call !== 'inside'
            ? []
            : [
                { kind: 'lock', lock: 'm' } as const,
                ...computing(inside),
                ...calling('inside'),
                { kind: 'unlock', lock: 'm' } as const,
              ]),
        ],
      },
    ],
  });
}

/** How much of a run is drawn, ms: a few rounds of each thread. */
export const drawnFor = ({ call }: Setting) => (call === 'none' ? 60 : 300);

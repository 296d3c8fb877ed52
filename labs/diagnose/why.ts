// Why a remedy does what it does, for any case: what it changes, with the figures of the run as it is and of the one with it.
import { inARow, type Sentence } from '@interleave/simulation';
import { counted } from '../../src/lab-kit/units.ts';
import { number, percent, time } from './in-words.ts';
import type { RemedyId } from './kinds.ts';
import { effectOf } from './latencies.ts';
import { DATABASE } from './service.ts';
import { mean, type Watched } from './watched.ts';

type Why = (now: Watched, after: Watched) => Sentence;

const helps = (now: Watched, after: Watched) => {
  const effect = effectOf(now.latencies, after.latencies);
  return effect === 'half' || effect === 'lower';
};
const harms = (now: Watched, after: Watched) =>
  effectOf(now.latencies, after.latencies) === 'higher';

export const coresBusy = (run: Watched) => mean(run.loads().running) / run.service.cores;
export const loopsBusy = (run: Watched) => mean(run.loads().running) / run.service.threads;
export const runQueue = (run: Watched) => mean(run.loads().runnable);
export const inLine = (run: Watched) => mean(run.loads().inLine);
export const blocked = (run: Watched) => mean(run.loads().blocked);
export const inUse = (run: Watched) => mean(run.device(DATABASE).served);
export const inLineForConnection = (run: Watched) => mean(run.device(DATABASE).inLine);
export const queryTook = (run: Watched) => run.device(DATABASE).meanTook;
const busyThreads = (run: Watched) => {
  const { running, runnable, waiting, blocked: stuck } = run.loads();
  return mean(running) + mean(runnable) + mean(waiting) + mean(stuck);
};

/** "On average 0.2 requests wait for a core; it was 12." What is hardly ever so is not counted. */
const fromTo = (now: number, after: number, what: string): Sentence => {
  if (now < HARDLY && after < HARDLY) return [`hardly any ${what}, as before.`];
  return after < HARDLY
    ? [`hardly any ${what} now; it was ${number(now)} on average.`]
    : [`on average ${number(after)} ${what}; it was ${now < HARDLY ? 'hardly any' : number(now)}.`];
};
/** "33 ms; it was 66 ms", "66 ms, as before" */
const timeFromTo = (now: number, after: number) =>
  time(now) === time(after) ? `${time(after)}, as before` : `${time(after)}; it was ${time(now)}`;
/** What became of the 95th percentile, said where a remedy changes little. */
const whatIsLeft = (now: Watched, after: Watched): Sentence => [
  `95% of the requests are answered within ${timeFromTo(now.latencies.p95, after.latencies.p95)}.`,
];
const HARDLY = 0.05;
const waited = (many: number) =>
  many < HARDLY ? 'hardly any request' : `on average ${number(many)} requests`;

/** What is in line for a core, or for the loop, which is the only one that uses it. */
const awaitCore = (run: Watched) => (run.service.loop ? inLine(run) : runQueue(run));

const cores: Why = (now, after) => {
  if (now.service.loop) {
    return [
      `A process with one event loop computes on one core at a time. It kept ${number(mean(now.loads().running))} of the ${counted(now.service.cores, 'core')} busy before and keeps ${number(mean(after.loads().running))} of ${after.service.cores} busy now.`,
    ];
  }
  if (helps(now, after)) {
    return inARow(
      [
        `The ${now.service.cores} cores were in use ${percent(coresBusy(now))} of the time. With ${after.service.cores} they are at ${percent(coresBusy(after))}.`,
      ],
      fromTo(
        runQueue(now) + inLine(now),
        runQueue(after) + inLine(after),
        'requests wait for a core or a thread',
      ),
    );
  }
  return [
    `The cores were in use ${percent(coresBusy(now))} of the time, and ${waited(runQueue(now))} waited for one. ${
      coresBusy(now) > 0.8
        ? 'More of them only bring requests sooner to the next line.'
        : 'More of them are idle.'
    }`,
  ];
};

const cpu: Why = (now, after) => {
  const faster = after.service.speed / now.service.speed;
  const saved =
    Math.max(...now.service.kinds.map(({ heavy, computes }) => (heavy ? 0 : computes))) *
    (1 - 1 / faster);
  const first: Sentence = [`It saves ${time(saved)} of computing a request.`];
  return inARow(
    first,
    helps(now, after)
      ? fromTo(
          awaitCore(now),
          awaitCore(after),
          now.service.loop ? 'callbacks wait for the loop' : 'requests wait for a core',
        )
      : [
          `Half of the requests took ${time(now.latencies.p50)} or longer, and most of that is not computing.`,
        ],
  );
};

const threads: Why = (now, after) => {
  const { threads: many } = after.service;
  if (inLine(now) < HARDLY && !harms(now, after)) {
    return [
      `No request waited for a thread: ${number(busyThreads(now))} of the ${now.service.threads} were in use on average.`,
    ];
  }
  const line = fromTo(inLine(now), inLine(after), 'requests wait for a thread');
  if (helps(now, after)) {
    return inARow(line, [
      `The threads only waited: the cores are at ${percent(coresBusy(after))}, so ${many} of them find one when they need it.`,
    ]);
  }
  return inARow(line, whereLineWent(now, after));
};

/** Where requests wait that no longer wait for a thread. */
function whereLineWent(now: Watched, after: Watched): Sentence {
  if (runQueue(after) > runQueue(now) + 1) {
    return [
      `they stand in the run queue now: ${number(runQueue(after))} of them, and they take turns on ${counted(after.service.cores, 'core')}, so that all of them take longer.`,
    ];
  }
  if (queryTook(after) > queryTook(now) * 1.1) {
    return [
      `they crowd the database now: a query takes ${time(queryTook(after))} there; it was ${time(queryTook(now))}.`,
    ];
  }
  if (blocked(after) > blocked(now) + 1) {
    return [`they wait for the lock now: ${number(blocked(after))} of them.`];
  }
  return [
    `they wait for a connection now: ${number(inLineForConnection(after))} of them; it was ${number(inLineForConnection(now))}.`,
  ];
}

const fewerThreads: Why = (now, after) =>
  inARow(
    fromTo(inLine(now), inLine(after), 'requests wait for a thread'),
    helps(now, after)
      ? [
          `those that have one are done sooner: ${number(runQueue(after))} wait for a core, not ${number(runQueue(now))}.`,
        ]
      : ['the line has only moved to the front of the threads.'],
  );

const pool: Why = (now, after) => {
  const many = after.service.connections;
  if (queryTook(after) > queryTook(now) * 1.1) {
    return [
      `More queries are at once in a database of ${counted(now.service.databaseCores, 'core')}, and each takes longer: ${time(queryTook(after))}; it was ${time(queryTook(now))}.`,
    ];
  }
  if (inLineForConnection(now) < HARDLY) {
    return [
      `No query waited for a connection: ${number(inUse(now))} of the ${now.service.connections} were in use on average.`,
    ];
  }
  const line = fromTo(
    inLineForConnection(now),
    inLineForConnection(after),
    'queries wait for a connection',
  );
  if (helps(now, after)) {
    return inARow(
      [`The queries keep ${number(inUse(after))} of the ${many} connections in use.`],
      line,
    );
  }
  return inARow(line, [
    `requests wait for a core in their place: ${number(runQueue(after) + inLine(after))} of them; it was ${number(runQueue(now) + inLine(now))}.`,
  ]);
};

const smallPool: Why = (now, after) => {
  const changed: Sentence = [
    `In the database a query takes ${timeFromTo(queryTook(now), queryTook(after))}.`,
  ];
  return inARow(
    changed,
    helps(now, after)
      ? [
          `With at most ${after.service.connections} at once it gets more of them done, and fewer wait: ${number(inLineForConnection(after))} on average; it was ${number(inLineForConnection(now))}.`,
        ]
      : fromTo(
          inLineForConnection(now),
          inLineForConnection(after),
          'queries wait for a connection',
        ),
  );
};

/** What a query is in the service's longest line, said of remedies that shorten or spare queries. */
const lessDatabase =
  (what: (now: Watched, after: Watched) => string): Why =>
  (now, after) => {
    const first: Sentence = [what(now, after)];
    if (!helps(now, after)) return inARow(first, whatIsLeft(now, after));
    if (inLineForConnection(now) > 0.5) {
      return inARow(
        first,
        fromTo(
          inLineForConnection(now),
          inLineForConnection(after),
          'queries wait for a connection',
        ),
      );
    }
    return inARow(first, [
      `half of the requests are now answered within ${time(after.latencies.p50)}; it was ${time(now.latencies.p50)}.`,
    ]);
  };

const query = lessDatabase(
  (now, after) => `In the database a query takes ${timeFromTo(queryTook(now), queryTook(after))}.`,
);
const cache = lessDatabase(
  (now, after) =>
    `The queries keep ${number(inUse(after))} connections in use; it was ${number(inUse(now))}.`,
);
const fewer = lessDatabase(
  (now) =>
    `A request makes 1 query in place of ${Math.max(...now.service.kinds.map(({ queries }) => queries))}.`,
);

const atOnce: Why = (now, after) => {
  const many = Math.max(...now.service.kinds.map(({ queries }) => queries));
  const first: Sentence = [
    `A request waits for the slowest of its ${many} queries and no longer for their sum.`,
  ];
  if (helps(now, after)) {
    return inARow(first, [
      `half of the requests are now answered within ${time(after.latencies.p50)}; it was ${time(now.latencies.p50)}.`,
    ]);
  }
  return inARow(first, [
    harms(now, after)
      ? `but ${many} times as many come to the database at once, and it has been full already.`
      : `but the queries take only ${time(queryTook(now) * many)} of its time.`,
  ]);
};

const databaseCores: Why = (now, after) => {
  const { databaseCores: many } = now.service;
  const busy = percent(mean(now.device(DATABASE).cores) / many);
  return inARow(
    [`The database’s ${counted(many, 'core')} were in use ${busy} of the time.`],
    [`A query takes ${timeFromTo(queryTook(now), queryTook(after))}.`],
  );
};

const processes: Why = (now, after) =>
  inARow(
    [
      `${counted(after.service.threads, 'event loop')} are busy ${percent(loopsBusy(after))} of the time; it was ${percent(loopsBusy(now))} of ${now.service.threads}.`,
    ],
    fromTo(inLine(now), inLine(after), 'callbacks wait for a loop'),
  );

const pieces: Why = (now, after) =>
  inARow(
    [`No callback keeps the loop for longer than ${time(after.service.pieces ?? 0)}.`],
    [
      `a callback that is ready waits ${time(mean(after.lag()))} for it on average; it was ${time(mean(now.lag()))}.`,
    ],
  );

const ownThreads: Why = (now, after) => [
  `The loop is busy ${percent(loopsBusy(after))} of the time, not ${percent(loopsBusy(now))}, and a callback that is ready waits ${time(mean(after.lag()))} for it; it was ${time(mean(now.lag()))}.`,
];

const shortLock: Why = (now, after) =>
  fromTo(blocked(now), blocked(after), 'threads wait for the lock');

const resends: Why = (now, after) => [
  `The service receives ${number(mean(after.sent()))} requests a second; it was ${number(mean(now.sent()))}, for ${number(now.asked)} that users sent.`,
];

const both: Why = (now, after) =>
  inARow(
    fromTo(runQueue(now), runQueue(after), 'requests wait for a core'),
    fromTo(inLineForConnection(now), inLineForConnection(after), 'queries wait for a connection'),
  );

const WHYS: Readonly<Record<RemedyId, Why>> = {
  cores,
  cpu,
  threads,
  'fewer-threads': fewerThreads,
  pool,
  'small-pool': smallPool,
  query,
  together: atOnce,
  fewer,
  cache,
  processes,
  pieces,
  'short-lock': shortLock,
  'less-retry': resends,
  'quick-retry': resends,
  'own-pool': ownThreads,
  'db-cores': databaseCores,
  both,
};

/** All remedies that there are. */
export const REMEDIES: readonly RemedyId[] = Object.keys(WHYS);

/**
 * Why a remedy did what it did.
 *
 * @throws RangeError for a remedy that there are no words for
 */
export function whyOf(remedy: RemedyId, now: Watched, after: Watched): Sentence {
  const why = WHYS[remedy];
  if (why === undefined) {
    throw new RangeError(
      `remedy “${remedy}”: there are no words for it; add some to WHYS in why.ts`,
    );
  }
  return inARow(why(now, after));
}

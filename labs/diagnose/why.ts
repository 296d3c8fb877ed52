// Why a remedy does what it does, for any case: what it changes, with the figures of the run as it is and of the one with it.
import { inARow, type Sentence } from '@interleave/simulation';
import { counted } from '../../src/lab-kit/units.ts';
import { number, percent, time } from './in-words.ts';
import type { RemedyId } from './kinds.ts';
import { effectOf } from './latencies.ts';
import { burstsOf, DATABASE } from './service.ts';
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

/** "On average 0.2 requests wait for a core, not 12." What is hardly ever so is not counted. */
const fromTo = (now: number, after: number, what: string): Sentence => {
  if (now < HARDLY && after < HARDLY) return [`hardly any ${what}, with or without it.`];
  return after < HARDLY
    ? [`hardly any ${what}; without it ${number(now)} do on average.`]
    : [
        `on average ${number(after)} ${what}, ${now < HARDLY ? 'and hardly any without it' : `not ${number(now)}`}.`,
      ];
};
/** "33 ms, not 66 ms", "66 ms, with or without it" */
const timeFromTo = (now: number, after: number) =>
  time(now) === time(after)
    ? `${time(after)}, with or without it`
    : `${time(after)}, not ${time(now)}`;
/** What became of the 95th percentile, said where a remedy changes little. */
const whatIsLeft = (now: Watched, after: Watched): Sentence => [
  `95% of the requests are answered within ${timeFromTo(now.latencies.p95, after.latencies.p95)}.`,
];
const HARDLY = 0.05;
const waited = (many: number) =>
  many < HARDLY ? 'hardly any request' : `on average ${number(many)} requests`;

/** What is in line for the loop; of threads, what is in line for one of them or for a core. */
const awaitCore = (run: Watched) => inLine(run) + (run.service.loop ? 0 : runQueue(run));

/** So busy, a part has a line that a little more or less work changes much. */
const NEARLY_FULL = 0.8;

const cores: Why = (now, after) => {
  if (now.service.loop) {
    return [
      `A process with one event loop computes on one core at a time. It keeps ${number(mean(now.loads().running))} of ${counted(now.service.cores, 'core')} busy, and ${number(mean(after.loads().running))} of ${after.service.cores}.`,
    ];
  }
  if (helps(now, after)) {
    return inARow(
      [
        `The ${now.service.cores} cores are in use ${percent(coresBusy(now))} of the time, and ${after.service.cores} would be for ${percent(coresBusy(after))}.`,
      ],
      fromTo(
        runQueue(now) + inLine(now),
        runQueue(after) + inLine(after),
        'requests wait for a core or a thread',
      ),
    );
  }
  return [
    `The cores are in use ${percent(coresBusy(now))} of the time, and ${waited(runQueue(now))} ${runQueue(now) < HARDLY ? 'waits' : 'wait'} for one. ${
      coresBusy(now) > NEARLY_FULL
        ? 'More of them only bring requests sooner to the next line.'
        : 'More of them would be idle.'
    }`,
  ];
};

const cpu: Why = (now, after) => {
  const faster = after.service.speed / now.service.speed;
  const saved =
    Math.max(...now.service.kinds.map(({ heavy, computes }) => (heavy ? 0 : computes))) *
    (1 - 1 / faster);
  const whose = now.service.kinds.some(({ heavy }) => heavy) ? 'small request' : 'request';
  const first: Sentence = [`It saves at most ${time(saved)} of computing per ${whose}.`];
  if (helps(now, after)) return inARow(first, ...shorterLine(now, after));
  if (coresBusy(now) > NEARLY_FULL) {
    return inARow(first, ['the cores then do a little more, and what they do waits elsewhere.']);
  }
  return inARow(first, [
    `half of the requests take ${time(now.latencies.p50)} or longer, and most of that is not computing.`,
  ]);
};

/** Why a little less computing can shorten a line a lot. */
function shorterLine(now: Watched, after: Watched): Sentence[] {
  const { loop, kinds } = now.service;
  const [was, is] = [now, after].map(loop ? loopsBusy : coresBusy) as [number, number];
  const line = fromTo(
    awaitCore(now),
    awaitCore(after),
    loop ? 'callbacks wait for the loop' : 'requests wait for a thread or a core',
  );
  if (was > NEARLY_FULL) {
    const what = loop ? 'the loop is busy' : 'the cores are busy';
    return [
      [`${what} ${percent(is)} of the time, not ${percent(was)}.`],
      ['So near to full, a little less work makes the line much shorter.'],
      line,
    ];
  }
  const heavy = kinds.find((kind) => kind.heavy);
  if (heavy === undefined) return awaitCore(now) < HARDLY ? [] : [line];
  const stretch = heavy.computes / burstsOf(heavy);
  const { speed } = after.service;
  return [
    [
      `a heavy request keeps the loop for ${time(stretch / speed)} at a stretch, not ${time(stretch)}, and the line behind it is worked off sooner.`,
    ],
    line,
  ];
}

const threads: Why = (now, after) => {
  const { threads: many } = after.service;
  if (inLine(now) < HARDLY && !harms(now, after)) {
    return [
      `No request waits for a thread: ${number(busyThreads(now))} of the ${now.service.threads} are in use on average.`,
    ];
  }
  const line = fromTo(inLine(now), inLine(after), 'requests wait for a thread');
  if (helps(now, after)) {
    return inARow(line, [
      `The threads mostly wait: the cores are at ${percent(coresBusy(after))}, so ${many} of them find one when they need it.`,
    ]);
  }
  return inARow(line, whereLineWent(now, after));
};

/** Where requests wait that no longer wait for a thread. */
function whereLineWent(now: Watched, after: Watched): Sentence {
  if (runQueue(after) > runQueue(now) + 1) {
    return [
      `they stand in the run queue instead: ${number(runQueue(after))} of them, and they take turns on ${counted(after.service.cores, 'core')}, so that all of them take longer.`,
    ];
  }
  if (queryTook(after) > queryTook(now) * 1.1) {
    return [
      `they crowd the database instead: a query takes ${time(queryTook(after))} there, not ${time(queryTook(now))}.`,
    ];
  }
  if (blocked(after) > blocked(now) + 1) {
    return [`they wait for the lock instead: ${number(blocked(after))} of them.`];
  }
  return [
    `they wait for a connection instead: ${number(inLineForConnection(after))} of them, not ${number(inLineForConnection(now))}.`,
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
      `More queries run at once in a database of ${counted(now.service.databaseCores, 'core')}, and each takes longer: ${time(queryTook(after))}, not ${time(queryTook(now))}.`,
    ];
  }
  if (inLineForConnection(now) < HARDLY) {
    return [
      `No query waits for a connection: ${number(inUse(now))} of the ${now.service.connections} are in use on average.`,
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
    `requests wait for a core instead: ${number(runQueue(after) + inLine(after))} of them, not ${number(runQueue(now) + inLine(now))}.`,
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
          `With at most ${after.service.connections} at once it gets more of them done, and fewer wait: ${number(inLineForConnection(after))} on average, not ${number(inLineForConnection(now))}.`,
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
      `half of the requests are answered within ${time(after.latencies.p50)}, not ${time(now.latencies.p50)}.`,
    ]);
  };

const query = lessDatabase(
  (now, after) => `In the database a query takes ${timeFromTo(queryTook(now), queryTook(after))}.`,
);
const cache = lessDatabase(
  (now, after) =>
    `The queries keep ${number(inUse(after))} connections in use, not ${number(inUse(now))}.`,
);
const fewer = lessDatabase(
  (now) =>
    `A request makes one query instead of ${Math.max(...now.service.kinds.map(({ queries }) => queries))}.`,
);

const atOnce: Why = (now, after) => {
  const many = Math.max(...now.service.kinds.map(({ queries }) => queries));
  const first: Sentence = [
    `A request waits for the slowest of its ${many} queries and no longer for their sum.`,
  ];
  if (helps(now, after)) {
    return inARow(first, [
      `half of the requests are answered within ${time(after.latencies.p50)}, not ${time(now.latencies.p50)}.`,
    ]);
  }
  return inARow(first, [
    harms(now, after)
      ? `but ${many} times as many come to the database at once, which is nearly full as it is.`
      : `but the queries take only ${time(queryTook(now) * many)} of its time.`,
  ]);
};

const databaseCores: Why = (now, after) => {
  const { databaseCores: many } = now.service;
  const busy = percent(mean(now.device(DATABASE).cores) / many);
  return inARow(
    [`The database’s ${counted(many, 'core')} are in use ${busy} of the time.`],
    [`A query takes ${timeFromTo(queryTook(now), queryTook(after))}.`],
  );
};

const processes: Why = (now, after) =>
  inARow(
    [
      `${counted(after.service.threads, 'event loop')} are busy ${percent(loopsBusy(after))} of the time, and ${now.service.threads === 1 ? 'one' : now.service.threads} would be for ${percent(loopsBusy(now))}.`,
    ],
    fromTo(inLine(now), inLine(after), 'callbacks wait for a loop'),
  );

const pieces: Why = (now, after) =>
  inARow(
    [`No callback keeps the loop for longer than ${time(after.service.pieces ?? 0)}.`],
    [
      `a callback that is ready waits ${time(mean(after.lag()))} for it on average, not ${time(mean(now.lag()))}.`,
    ],
    price(now, after),
  );

/** Requests that take longer than this are those whose own computing is cut up, ms. */
const LONG = 1000;

/** What pieces cost: a heavy request lets others go first. */
function price(now: Watched, after: Watched): Sentence {
  const long = ({ latencies }: Watched) => latencies.sorted.filter((ms) => ms > LONG).length;
  const slower = long(after) > long(now);
  return [
    `the price: a heavy request lets others go first, so it takes longer itself${slower ? `. With pieces, ${counted(long(after), 'request')} took longer than ${time(LONG)}, and ${long(now)} without` : ''}.`,
  ];
}

const ownThreads: Why = (now, after) => [
  `The loop is busy ${percent(loopsBusy(after))} of the time, not ${percent(loopsBusy(now))}, and a callback that is ready waits ${time(mean(after.lag()))} for it, not ${time(mean(now.lag()))}.`,
];

const shortLock: Why = (now, after) =>
  fromTo(blocked(now), blocked(after), 'threads wait for the lock');

const retries: Why = (now, after) => [
  `The service receives ${number(mean(after.sent()))} requests a second, not ${number(mean(now.sent()))}, for ${number(now.asked)} that users sent.`,
];

/** It keeps a storm from beginning, and with a long line it does not end one: both are said. */
const fewerRetries: Why = (now, after) => {
  const { connections, retry } = after.service;
  const done = (connections * 1000) / queryTook(now);
  const line = inLine(now) + inLineForConnection(now);
  const waits = (line / done) * 1000;
  const first = retries(now, after);
  if (retry === null || waits <= retry.after) return first;
  return inARow(
    first,
    [`what arrived at once is done before anything is sent again, so no storm begins.`],
    [
      `it would not end one: ${number(line)} in line, ${number(done)} a second, are a wait of ${time(waits)}, so each request would be sent again, and ${number(now.asked * (1 + retry.times))} a second are more than the database can do.`,
    ],
    [
      'to end a storm, drop requests whose user has given up, refuse new ones at the door, and let the line drain.',
    ],
  );
};

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
  'less-retry': fewerRetries,
  'quick-retry': retries,
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

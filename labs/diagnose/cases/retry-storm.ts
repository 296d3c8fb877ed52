// Case 10: requests that are sent again while the server still works on the attempt before.
import type { Case } from '../case.ts';
import { figure, number, time } from '../in-words.ts';
import {
  answeredASecond,
  connectionsInUse,
  coresInUse,
  databaseCores,
  queryTook,
  runQueue,
  sentASecond,
  waitingForConnection,
  within,
} from '../panel.ts';
import { cores, pool, resending, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { mean } from '../watched.ts';

/** 6 connections / 100 ms = 60 a second, and 30 are asked for. */
const [RATE, COMPUTES, QUERY, CONNECTIONS] = [30, 4, 100, 6];
/** What comes at once when the network is back: 200 requests are 3.3 s of work. */
const burst = { count: 200, at: 4 };
const RETRY = { after: 1000, times: 2 };

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY, burst }],
  threads: 1000,
  connections: CONNECTIONS,
  databaseCores: CONNECTIONS,
  querying: 'half',
  retry: RETRY,
  seed: 10,
};

export const retryStorm: Case = {
  name: 'a retry storm',
  service: `an API for an app, ${RATE} requests a second`,
  is,
  panel: [
    coresInUse,
    runQueue,
    sentASecond,
    connectionsInUse,
    waitingForConnection,
    queryTook,
    databaseCores,
    answeredASecond,
    within,
  ],
  story: (now) => [
    'The network was down for six seconds. It has been up again for nearly a minute, users open the app as often as ever, and still half of them wait longer than ',
    figure(time(now.latencies.p50)),
    '. The app sends a request again when it has had no answer for a second, up to twice. Which change, made beforehand, would have prevented this?',
  ],
  remedies: [
    cores(8),
    pool(2 * CONNECTIONS, CONNECTIONS),
    threads(2000, 1000),
    resending('quick-retry', 'up to 3 retries, each after 500\u00a0ms', {
      after: 500,
      times: 3,
    }),
    resending('less-retry', 'one retry, after 10\u00a0s', { after: 10_000, times: 1 }),
  ],
  shows: (now) => [
    `Users send ${number(now.asked)} requests a second, and the service receives ${number(mean(now.sent()))}. The database can do ${CONNECTIONS} / ${time(QUERY)} = 60. When the network came back, ${burst.count} requests arrived at once, more than three seconds of work. What takes longer than a second is sent again, up to twice, and the server still works on the earlier attempts. So the line never gets short enough for an answer within a second.`,
  ],
  others: [
    `The database has ${CONNECTIONS} cores: with more connections each of its queries takes longer. The service has cores to spare, and more threads would only wait for a connection. Earlier and more retries give it more to do.`,
  ],
};

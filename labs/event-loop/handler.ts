// A handler as the lines between its waits, each with when it was on the loop.
import type { Nanos, TaskSegment, Trace } from '@interleave/simulation';
import { isOnPool } from './names.ts';
import { PIECE, type Setting } from './setting.ts';

interface Span {
  readonly start: Nanos;
  readonly end: Nanos;
}

export interface Line {
  readonly code: string;
  /** A word of it that is set in bold: what cuts the handler here. */
  readonly cuts: 'await' | null;
  /** When it ran; of a line that runs with the one before it, none. */
  readonly ran: readonly Span[];
  /** Beside it, where there are no times: "the loop goes on". */
  readonly note: string;
}

export interface Handler {
  /** Whose it is, and what about it: "C’s handler", "splits where it waits". */
  readonly title: string;
  readonly about: string;
  readonly head: string;
  readonly lines: readonly Line[];
}

const line = (code: string, ran: readonly Span[], note = ''): Line => ({
  code,
  cuts: null,
  ran,
  note,
});
const cut = (code: string, note: string, ran: readonly Span[] = []): Line => ({
  code,
  cuts: 'await',
  ran,
  note,
});

const LOOP_GOES_ON = 'the loop goes on';

/** The handler that a program is about; of promise callbacks, the callback that queues them. */
export function handlerOf(setting: Setting, trace: Trace): Handler {
  switch (setting.program) {
    case 'requests':
      return ofC(setting, trace);
    case 'reads':
      return ofRead(trace);
    case 'promises':
      return ofCallback(trace);
    case 'queries':
      return ofRequest(setting, trace);
  }
}

const SPLITS = 'splits where it waits';

function ofC({ remedy }: Setting, trace: Trace): Handler {
  const [parses = [], ...rest] = bursts(segmentsOf(trace, 'C'));
  const parse = line('id = parse(request)', parses);
  const ask = cut('db.get(id)', LOOP_GOES_ON);
  const renders = rest.flat();
  const handler = (lines: readonly Line[], head = 'async handle(request)'): Handler => ({
    title: 'C’s handler',
    about: SPLITS,
    head,
    lines,
  });
  switch (remedy) {
    case 'once':
    case 'processes':
      return handler([
        parse,
        ask,
        line('page = render(row)', renders),
        line('reply(page)', [], 'with it'),
      ]);
    case 'pieces':
      return handler([
        parse,
        ask,
        line(`render ${PIECE} ms of it`, renders),
        cut('setImmediate()', 'and again'),
        line('reply(page)', [], 'with the last'),
      ]);
    case 'pool': {
      const segments = segmentsOf(trace, 'C');
      const onPool = segments.filter((one) => isOnPool(trace, one));
      return handler([
        parse,
        ask,
        cut('pool.render(row)', 'pool thread', onPool),
        line(
          'reply(page)',
          bursts(segments.filter((one) => !onPool.includes(one)))
            .slice(1)
            .flat(),
        ),
      ]);
    }
    case 'threads':
      return {
        ...handler(
          [
            parse,
            line('row = db.get(id)', [], 'the thread waits'),
            line('page = render(row)', renders),
            line('reply(page)', [], 'with it'),
          ],
          'handle(request)',
        ),
        about: 'is one piece',
      };
  }
}

/** The read whose handler is shown: the first that gets no thread of four at once. */
const SHOWN_READ = 'read 5';

function ofRead(trace: Trace): Handler {
  const segments = segmentsOf(trace, SHOWN_READ);
  const [opens = [], sends = []] = bursts(segments);
  const reads = segments.filter((one) => isOnPool(trace, one));
  return {
    title: `The handler of ${SHOWN_READ}`,
    about: SPLITS,
    head: 'async send(request)',
    lines: [
      line('path = parse(request)', opens),
      cut('readFile(path)', 'a pool thread reads', reads),
      line('reply(data)', sends),
    ],
  };
}

function ofCallback(trace: Trace): Handler {
  const ranOf = (name: string) => bursts(segmentsOf(trace, name)).flat();
  return {
    title: 'The callback A',
    about: 'queues others, which run then',
    head: 'onAnswer(row)',
    lines: [
      line('compute', ranOf('A')),
      line('nextTick(…)', ranOf('tick')),
      line(
        'promise.then(…)',
        [1, 2, 3, 4].flatMap((number) => ranOf(`promise ${number}`)),
      ),
      line('setImmediate(…)', ranOf('immediate')),
      line('setTimeout(…, 5)', ranOf('timer')),
    ],
  };
}

function ofRequest({ waits }: Setting, trace: Trace): Handler {
  const pieces = bursts(segmentsOf(trace, 'request'));
  const [first = [], ...rest] = pieces;
  const asks =
    waits === 'together'
      ? [cut('Promise.all(…)', '4 queries at once')]
      : rest.map((_, i) => cut(`db.get(${i + 1})`, LOOP_GOES_ON));
  const lines = asks.flatMap((ask, i) => [
    ask,
    line(i === asks.length - 1 ? 'reply(page)' : 'add it', rest[i] ?? []),
  ]);
  return {
    title: 'The handler',
    about: SPLITS,
    head: 'async handle(request)',
    lines: [line('parse(request)', first), ...lines],
  };
}

const segmentsOf = ({ tasks }: Trace, name: string) =>
  tasks.find((task) => task.name === name)?.segments ?? [];

/** When a work ran, parted by its waits. */
function bursts(segments: readonly TaskSegment[]): Span[][] {
  const found: Span[][] = [];
  let waited = true;
  for (const { state, start, end } of segments) {
    if (state === 'waiting') waited = true;
    if (state !== 'running') continue;
    if (waited) found.push([]);
    waited = false;
    found.at(-1)?.push({ start, end });
  }
  return found;
}

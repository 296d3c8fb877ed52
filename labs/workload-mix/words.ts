// What this lab says of a request: which kind of work it is, and what would shorten it.
import { capital, inARow, type Sentence } from '@interleave/simulation';
import type { Table } from '../../src/lab-kit/tables.ts';
import { inMs, inPercent } from '../../src/lab-kit/units.ts';
import {
  type Kind,
  type OperationTime,
  operationTimes,
  type Request,
  STATE,
  sum,
  total,
} from './operations.ts';

/** An operation's words within a sentence: abbreviations keep their capitals. */
export const lower = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.toLowerCase());

/** Which kind sets the pace: the one that takes more than half; null when neither does. */
export function paceOf(request: Request): Kind | null {
  const [waits, computes] = [sum(request, 'waits'), sum(request, 'computes')];
  if (waits === computes) return null;
  return waits > computes ? 'waits' : 'computes';
}

const longest = (found: readonly OperationTime[]) =>
  found.reduce<OperationTime | undefined>(
    (most, part) => (most === undefined || part.length > most.length ? part : most),
    undefined,
  );

/** How long a request takes with each remedy, ms. */
interface Remedied {
  readonly withFastCpu: number;
  readonly withNearIo: number;
}

/** To three digits: a buffered log line is a hundredth of a ms. */
const about = (length: number) => inMs(Number(length.toPrecision(3)));

/** The verdict with its reasons, and, where they are to be told, what the two remedies would do. @param total ms */
export function describe(request: Request, total: number, remedied: Remedied | null): Sentence {
  const pace = paceOf(request);
  if (total === 0) return ['This request does nothing. Give it an operation.'];
  if (pace === null) {
    return [
      'This request waits for exactly as long as it computes, ',
      { figure: about(total / 2) },
      ' each: it is neither IO-bound nor CPU-bound.',
    ];
  }
  const most = longest(
    operationTimes(request).filter(({ kind }) => kind === pace),
  ) as OperationTime;
  return inARow(
    [
      `this request ${pace} for `,
      { figure: about(sum(request, pace)) },
      ' of its ',
      { figure: about(total) },
      pace === 'waits' ? ': it is IO-bound.' : ': it is CPU-bound.',
    ],
    [`the ${lower(most.operation.label)} alone takes ${about(most.length)}.`],
    ...(remedied === null
      ? []
      : [
          [
            'with a core twice as fast it would take ',
            { figure: about(remedied.withFastCpu) },
            ', with every answer in half the time ',
            { figure: about(remedied.withNearIo) },
            '.',
          ],
        ]),
  );
}

/** Each operation with its kind, its length, its share of the request, and the reason. */
export function table(request: Request): Table {
  const whole = total(request);
  return {
    caption: 'What the request does',
    shown: 'always',
    columns: [
      { label: 'Operation' },
      { label: 'ms', numeric: true },
      { label: 'share', numeric: true },
      { label: 'kind, and why' },
    ],
    rows: operationTimes(request).map(({ operation, length, kind, why }) => [
      operation.label,
      String(length),
      inPercent(length / whole, 1),
      { state: STATE[kind], text: `${capital(kind)}. ${why}` },
    ]),
  };
}

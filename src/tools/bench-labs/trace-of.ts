// What a browser's main thread does in a page, as Chromium's own trace has it.
import type { Page } from '@playwright/test';

/** A stretch of work, µs of the browser's clock. */
export interface Work {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Of a dispatched event. */
  readonly type: string | undefined;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** The work of the thread that handles the page's events while something is done, in order of its beginning. */
export async function traceOf(page: Page, done: () => Promise<unknown>): Promise<readonly Work[]> {
  const browser = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  browser.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  await browser.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline'] },
    transferMode: 'ReportEvents',
  });
  await done();
  const complete = new Promise((resolve) => {
    browser.once('Tracing.tracingComplete', resolve);
  });
  await browser.send('Tracing.end');
  await complete;
  await browser.detach();
  const main = events.find(({ name }) => name === 'EventDispatch');
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === main?.pid && tid === main?.tid)
    .map(({ name, ts, dur = 0, args }) => ({
      name,
      start: ts,
      end: ts + dur,
      type: args.data?.type,
    }))
    .sort((a, b) => a.start - b.start);
}

/** How much of the time from one instant to another the thread worked, ms: stretches within stretches count once. */
export function busy(work: readonly Work[], from: number, to: number): number {
  let sum = 0;
  let until = from;
  for (const { start, end } of work) {
    if (start >= to) break;
    const first = Math.max(start, until);
    const last = Math.min(end, to);
    if (last > first) {
      sum += last - first;
      until = last;
    }
  }
  return sum / 1000;
}

// The process of one measurement: a queue. Takes a job and prints what was measured, as JSON.
import type { QueueJob, QueueMeasured } from './jobs.ts';
import { hold, QUEUES, waitsOf } from './queues.ts';
import { timed } from './timing.ts';

const MOVES = 200_000;

const { queue, pending } = JSON.parse(process.argv[2] ?? '') as QueueJob;
const waits = waitsOf(pending);
const timing = await timed(() => hold(QUEUES[queue](pending), waits, MOVES));
const result: QueueMeasured = { ...timing, moves: MOVES };
process.stdout.write(JSON.stringify(result));

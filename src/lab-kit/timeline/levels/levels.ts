// The level between tasks and cores, for labs whose tasks share workers: its panel, its links, its reasons and its table.
import type { Level } from '../view.tsx';
import { carriers } from './carriers.ts';
import { reasonsOf } from './worker-reasons.ts';
import { withWorkers } from './worker-rows.ts';
import { workerTable } from './worker-table.ts';

export const workerLevel: Level = {
  draw: withWorkers,
  ringed: carriers,
  reasonsOf,
  tables: (run) => [workerTable(run)],
};

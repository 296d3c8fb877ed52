// The scenario that the page runs and the test runs beside it.
import { cpu, io, ms, type Scenario, scenario, task } from '@interleave/simulation';

/** So many requests at once, on four cores in slices of 1 ms. */
export const requests = (count: number): Scenario =>
  scenario({
    cores: 4,
    slice: ms(1),
    switchCost: ms(0.005),
    tasks: [{ ...task('request', [cpu(5), io(50), cpu(5)]), count }],
  });

// The knobs of this lab's server, and what its curves are over.
import {
  choice,
  optionalRange,
  type Parameters,
  range,
} from '../../src/lab-kit/parameters/kinds.ts';
import { counted } from '../../src/lab-kit/units.ts';

export const parameters = {
  workload: choice({ label: 'Workload', default: 'io' }, [
    ['io', 'IO-bound', 'IO-bound (about 10 ms of CPU, 250 ms of database)'],
    ['mixed', 'mixed', 'mixed (about 50 ms of CPU, 50 ms of database)'],
    ['cpu', 'CPU-bound', 'CPU-bound (about 100 ms of CPU, 2 ms of database)'],
  ]),
  cores: range({ label: 'Cores', unit: '', min: 1, max: 8, step: 1, default: 1 }, (cores) =>
    counted(cores, 'core'),
  ),
  flight: range(
    { label: 'Requests in flight', unit: '', min: 1, max: 52, step: 1, default: 10 },
    (flight) => `${flight} in flight`,
  ),
  speed: range({ label: 'CPU speed', unit: '×', min: 1, max: 4, step: 0.5, default: 1 }, (speed) =>
    speed === 1 ? 'CPU as it is' : `CPU ${speed} times as fast`,
  ),
  near: range(
    { label: 'Time the database takes', unit: '%', min: 25, max: 200, step: 25, default: 100 },
    (near) => (near === 100 ? 'database as it is' : `database in ${near}% of its time`),
  ),
  connections: optionalRange(
    {
      label: 'Database connections',
      unit: '',
      min: 2,
      max: 50,
      step: 1,
      none: 'unlimited',
      default: null,
    },
    (connections) =>
      connections === null ? 'any number of connections' : counted(connections, 'connection'),
  ),
  // Set at the curves.
  turn: choice({ label: 'Curves over', default: 'cores', byFigure: true, ofDrawing: true }, [
    ['cores', 'cores', 'curves over cores'],
    ['flight', 'in flight', 'curves over requests in flight'],
    ['speed', 'speed', 'curves over CPU speed'],
    ['near', 'database', 'curves over the database’s time'],
  ]),
} satisfies Parameters;

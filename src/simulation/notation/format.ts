// Writes a scenario in its notation: the lines that differ from the defaults, in one order.
import {
  DEFAULTS,
  type Device,
  defaultPolicy,
  type Length,
  type Scenario,
  type Step,
  type Task,
} from '../scenario/scenario.ts';
import { writeDevice, writeName } from './names.ts';
import { writeDecimal, writeMs } from './numbers.ts';

/** The canonical text of a scenario: it parses to the same. Each line ends with a line feed. */
export function format(scenario: Scenario): string {
  const lines = [...machineLines(scenario), ...scenario.tasks.map(taskLine)];
  return lines.map((line) => `${line}\n`).join('');
}

function machineLines(scenario: Scenario): string[] {
  const { policy, slice, tick, runtimeSlice, horizon, devices } = scenario;
  const lines: [isDefault: boolean, line: string][] = [
    [scenario.cores === DEFAULTS.cores, `cores ${scenario.cores}`],
    [policy === defaultPolicy(slice), `policy ${policy}`],
    [slice === null, `slice ${slice && writeMs(slice)}`],
    [tick === null, `tick ${tick && writeMs(tick)}`],
    [
      scenario.switchCost === DEFAULTS.switchCost && scenario.switchGrowth.length === 0,
      `switch ${switchOf(scenario)}`,
    ],
    [scenario.workers === DEFAULTS.workers, `workers ${scenario.workers}`],
    [scenario.waiting === DEFAULTS.waiting, `waiting ${scenario.waiting}`],
    [runtimeSlice === null, `runtime-slice ${runtimeSlice && writeMs(runtimeSlice)}`],
    [
      scenario.runtimeSwitchCost === DEFAULTS.runtimeSwitchCost,
      `runtime-switch ${writeMs(scenario.runtimeSwitchCost)}`,
    ],
    [scenario.seed === DEFAULTS.seed, `seed ${scenario.seed}`],
    [horizon === null, `horizon ${horizon === null ? '' : writeMs(horizon)}`],
    ...devices.map((device): [boolean, string] => [false, deviceLine(device)]),
  ];
  return lines.flatMap(([isDefault, line]) => (isDefault ? [] : [line]));
}

function deviceLine({ name, capacity, crowding }: Device): string {
  return [
    `device ${writeName(name)}`,
    ...(capacity === null ? [] : [`capacity ${capacity}`]),
    ...(crowding ? [`slows ${writeDecimal(crowding.by)} past ${crowding.from}`] : []),
  ].join(' ');
}

function switchOf({ switchCost, switchGrowth }: Scenario): string {
  const points = switchGrowth.map(({ runnable, cost }) => `${writeMs(cost)} at ${runnable}`);
  return [writeMs(switchCost), ...points].join(', ');
}

function taskLine({ name, count, steps, ...attributes }: Task): string {
  const copies = count === undefined ? '' : ` x${count}`;
  const parts = [...attributesOf(attributes), ...steps.map(stepOf)];
  return `${writeName(name)}${copies}:${parts.length === 0 ? '' : ` ${parts.join(', ')}`}`;
}

function attributesOf(task: Omit<Task, 'name' | 'count' | 'steps'>): string[] {
  const { arrival, spacing, think, retry, weight, priority } = task;
  return [
    ...(arrival === 0 ? [] : [`at ${writeMs(arrival)}`]),
    ...(spacing === undefined
      ? []
      : [
          'rate' in spacing
            ? `poisson ${writeDecimal(spacing.rate)}/s`
            : `every ${writeMs(spacing.every)}`,
        ]),
    ...(think === undefined ? [] : [`think ${lengthOf(think)}`]),
    ...(retry === undefined ? [] : [`retry ${retry.times} after ${writeMs(retry.after)}`]),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(priority === undefined ? [] : [`priority ${priority}`]),
  ];
}

function stepOf(step: Step): string {
  switch (step.kind) {
    case 'repeat':
      return `repeat ${step.times} (${step.steps.map(stepOf).join(', ')})`;
    case 'together':
      return `together (${step.steps.map(stepOf).join(', ')})`;
    case 'lock':
    case 'unlock':
      return `${step.kind} ${writeName(step.lock)}`;
    case 'io':
      return `${step.device === undefined ? 'io' : writeDevice(step.device)} ${lengthOf(step.duration)}`;
    default:
      return `${step.kind} ${lengthOf(step.duration)}`;
  }
}

function lengthOf(length: Length): string {
  if (typeof length === 'number') return writeMs(length);
  return 'mean' in length
    ? `exp ${writeMs(length.mean)}`
    : `${writeMs(length.from)}..${writeMs(length.to)}`;
}

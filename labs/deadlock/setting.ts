// What this lab sets, and what its model makes of it: a program, the walk of the moves, and what is true of all orders.
import { follow, type Stepped } from '../../src/lab-kit/stepped/program.ts';
import { type Explored, explored } from './explored.ts';
import type { Which } from './programs.ts';

export interface Setting extends Which {
  readonly moves: string;
}

export interface Made extends Stepped {
  readonly explored: Explored;
}

/** @throws ScenarioError for a move that cannot be made */
export function made(setting: Setting): Made {
  const all = explored(setting);
  return { program: all.program, walk: follow(all.program, setting.moves), explored: all };
}

/** Of philosophers there is no board: two threads have one. */
export const hasBoard = ({ explored: { program } }: Pick<Made, 'explored'>) =>
  program.threads.length === 2;

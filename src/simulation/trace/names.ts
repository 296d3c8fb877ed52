// The names of tasks in a run: of copies, and of what is sent again.
import type { Task } from '../scenario/scenario.ts';

/** The name of one copy of a task, from 1; of a task of no copies its own. */
export const nameOfCopy = ({ name, count }: Pick<Task, 'name' | 'count'>, copy: number): string =>
  count === undefined ? name : `${name}${copy}`;

/** The name of the resend with this number, from 1, of a task with this name. */
export const resendName = (name: string, number: number): string => `${name} again ${number}`;

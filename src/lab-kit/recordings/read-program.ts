// Reads what a recorded program did, "A=0:5,35,5", into a task: it arrives at 0, computes 5 ms, waits 35, computes 5.
import { cpu, io, type Task, task } from '@interleave/simulation';
import type { Field } from './field.ts';

const NUMBER = String.raw`\d{1,6}(?:\.\d{1,3})?`;
// Computing and waiting take turns; a program begins and ends by computing.
const PROGRAM = new RegExp(`^([^=\\s]+)=(${NUMBER}):(${NUMBER}(?:,${NUMBER},${NUMBER})*)$`);

/** @throws Error with the place when the text is no program */
export function readProgram(field: Field): Task {
  const [, name, arrival, bursts] = PROGRAM.exec(field.text()) ?? [];
  if (name === undefined || arrival === undefined || bursts === undefined) {
    field.refuse('NAME=ARRIVAL:cpu,io,cpu… in ms, as in "A=0:5,35,5",');
  }
  const steps = bursts.split(',').map((length, i) => (i % 2 === 0 ? cpu : io)(Number(length)));
  return task(name, steps, Number(arrival));
}

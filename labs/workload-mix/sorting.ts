// The exercise of this lab: operations by their names alone, with the edge cases that a name hides.
import type { SortingData } from '../../src/lab-kit/figures/sorting/sorting.tsx';

const IO = 'IO-bound';
const CPU = 'CPU-bound';

export const kindsOfWork: SortingData = {
  ask: 'Which kind of work is it for the server that does it?',
  kinds: [IO, CPU],
  items: [
    { what: 'A query to a database', kind: IO, why: 'The server waits for the answer.' },
    { what: 'Parsing a large JSON body', kind: CPU, why: 'The core looks at every byte.' },
    { what: 'Signing a JWT', kind: CPU, why: 'A signature is arithmetic.' },
    { what: 'A call to a payment provider', kind: IO, why: 'The other side sets the pace.' },
    {
      what: 'Reading a file from the disk',
      kind: IO,
      why: 'The disk delivers, and the core can do something else meanwhile.',
    },
    {
      what: 'Reading the same file again, from the page cache',
      kind: CPU,
      why: 'The file is in memory. Reading it copies memory, and that is the core’s work.',
    },
    { what: 'Resizing a picture', kind: CPU, why: 'Every pixel is computed.' },
    {
      what: 'Writing a log line to another machine, and waiting for the receipt',
      kind: IO,
      why: 'The request goes on when the other machine has answered.',
    },
    {
      what: 'Writing a log line into a local buffer that is sent later',
      kind: CPU,
      why: 'For the request it is a write to memory. The IO happens later, outside of it.',
    },
    {
      what: 'Asking a cache on another machine',
      kind: IO,
      why: 'It answers soon, but the server waits for it all the same.',
    },
  ],
};
